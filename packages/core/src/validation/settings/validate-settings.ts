import type { Settings, SettingsSchema } from '../../interfaces/manifest/settings-schema.js';
import { error, type Finding } from '../../manifest/finding.js';
import { joinPath } from '../../manifest/json-path.js';
import { checkSetting } from './check-setting.js';

/** Settings with defaults filled in, or what is wrong with them. */
export interface SettingsValidation {
  readonly settings?: Settings;
  readonly findings: readonly Finding[];
}

/**
 * Checks the values of settings against the schema of a plugin and fills in defaults. A plugin without a schema has no
 * settings. Nothing that the plugin wrote is executed: the schema holds no regular expressions.
 */
export function validateSettings(schema: SettingsSchema | undefined, values: unknown): SettingsValidation {
  if (typeof values !== 'object' || values === null || Array.isArray(values)) {
    return { findings: [error('SETTINGS_INVALID', 'Settings must be an object of names and values.')] };
  }
  const properties = new Map(Object.entries(schema?.properties ?? {}));
  const given = new Map<string, unknown>(Object.entries(values));
  const findings = [...given.keys()]
    .filter((name) => !properties.has(name))
    .map((name) => unknownSetting(name, properties));
  const settings: [string, unknown][] = [];
  for (const [name, setting] of properties) {
    const value = given.has(name) ? given.get(name) : setting.default;
    if (value === undefined) {
      if (schema?.required?.includes(name) === true) findings.push(missingSetting(name));
      continue;
    }
    findings.push(...checkSetting(setting, value).map((fault) => unfitSetting(name, fault)));
    settings.push([name, structuredClone(value)]);
  }
  return findings.length > 0
    ? { findings }
    : { settings: Object.fromEntries(settings) as Settings, findings };
}

function unknownSetting(name: string, properties: ReadonlyMap<string, unknown>): Finding {
  const known = properties.size === 0 ? 'it has none' : `it has ${[...properties.keys()].join(', ')}`;
  const path = joinPath('', name);
  return error(
    'SETTINGS_INVALID',
    `The plugin has no setting "${name}"; ${known}.`,
    { path },
    'Check the spelling.',
  );
}

function missingSetting(name: string): Finding {
  return error('SETTINGS_INVALID', `The setting "${name}" is missing.`, { path: name }, 'Give it a value.');
}

function unfitSetting(name: string, { path, message }: { path: string; message: string }): Finding {
  return error('SETTINGS_INVALID', `The setting "${name}" does not fit. ${message}`, {
    path: `${joinPath('', name)}${path}`,
  });
}
