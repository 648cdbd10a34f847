import type { SettingsSchema } from '@bourse/core/interfaces';
import { z } from 'zod';
import { BuildError } from './build-error.js';
import type { Bundle } from './bundle-plugin.js';
import { evaluateBundle } from './evaluate-bundle.js';
import { finding } from './finding.js';
import { reasonOf } from './reason-of.js';
import { reduceSettingsSchema } from './reduce-settings-schema.js';

const SOURCE = 'src/settings.ts';

/**
 * The schema of the plugin's settings for the manifest; undefined for a plugin without settings.
 *
 * @param authored The plugin with its settings.
 * @param folder The folder of the plugin.
 * @throws BuildError
 */
export function readSettingsSchema(authored: Bundle, folder: string): SettingsSchema | undefined {
  const definition = evaluateBundle(authored, folder).default;
  if (!isDefinition(definition)) throw new BuildError([notADefinition()]);
  return definition.settings === undefined
    ? undefined
    : reduceSettingsSchema(toJsonSchema(definition.settings));
}

function isDefinition(value: unknown): value is { readonly settings?: unknown } {
  return (
    typeof value === 'object' && value !== null && 'activate' in value && typeof value.activate === 'function'
  );
}

function notADefinition() {
  return finding('PLUGIN_DEFINITION_INVALID', 'src/index.ts exports no plugin as default.', {
    file: 'src/index.ts',
  });
}

function toJsonSchema(settings: unknown): unknown {
  try {
    return z.toJSONSchema(settings as z.ZodType, { io: 'input' });
  } catch (error) {
    throw new BuildError([
      finding(
        'SETTINGS_SCHEMA_INVALID',
        `The settings cannot be written as a JSON Schema: ${reasonOf(error)}.`,
        { file: SOURCE },
        'Use strings, numbers, booleans, enums and lists of them, with defaults in place of transforms.',
      ),
    ]);
  }
}
