import type { SettingsSchema } from '@bourse/core/interfaces';
import { z } from 'zod';
import { BuildError } from './build-error.js';
import { bundleForSettings } from './bundle-plugin.js';
import { finding } from './finding.js';
import { reasonOf } from './reason-of.js';
import { reduceSettingsSchema } from './reduce-settings-schema.js';

const SOURCE = 'src/settings.ts';

/** The schema of the plugin's settings for the manifest; undefined for a plugin without settings. */
export async function readSettingsSchema(folder: string): Promise<SettingsSchema | undefined> {
  const definition = evaluate(await bundleForSettings(folder));
  if (!isDefinition(definition)) throw new BuildError([notADefinition()]);
  return definition.settings === undefined
    ? undefined
    : reduceSettingsSchema(toJsonSchema(definition.settings));
}

/**
 * Evaluates the author's own code, as any build does; nothing of it is called. It stays in this realm, since zod keeps
 * titles and descriptions in a registry of the realm.
 */
function evaluate(code: string): unknown {
  const module: { exports: { default?: unknown } } = { exports: {} };
  try {
    new Function('module', 'exports', code)(module, module.exports);
  } catch (error) {
    throw new BuildError([
      finding(
        'PLUGIN_FAILED',
        `The script fails when it is loaded: ${reasonOf(error)}.`,
        { file: 'src/index.ts' },
        'Mend the source.',
      ),
    ]);
  }
  return module.exports.default;
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
