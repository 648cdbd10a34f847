import { SettingSchema, type Setting, type SettingsSchema } from '../interfaces/manifest/settings-schema.js';
import { defined } from './defined.js';
import { warning, type Finding } from './finding.js';
import { toCamelCase } from './foreign-words.js';
import { joinPath } from './json-path.js';
import type { OrchestratorParameter } from './orchestrator-manifest-schema.js';

const TYPE_WORDS: Readonly<Record<string, string>> = {
  bool: 'boolean',
  float: 'number',
  int: 'integer',
  list: 'array',
  str: 'string',
};
const SETTING_NAME = /^[a-z][A-Za-z0-9]{0,63}$/;

/** Translates `configuration.parameters`; a parameter that our settings cannot say is left out with a warning. */
export function toSettings(
  parameters: Readonly<Record<string, OrchestratorParameter>>,
  path: string,
): { settings: SettingsSchema; findings: readonly Finding[] } {
  const properties: Record<string, Setting> = {};
  const findings: Finding[] = [];
  for (const [parameter, wire] of Object.entries(parameters)) {
    const name = toCamelCase(parameter);
    const setting = SettingSchema.safeParse(toSetting(wire));
    if (setting.success && SETTING_NAME.test(name) && !Object.hasOwn(properties, name)) {
      properties[name] = setting.data;
    } else {
      const place = { path: joinPath(path, parameter) };
      findings.push(
        warning('SETTINGS_SCHEMA_INVALID', `The parameter "${parameter}" cannot be a setting.`, place),
      );
    }
  }
  return { settings: { type: 'object', properties }, findings };
}

function toSetting(wire: OrchestratorParameter): unknown {
  const type = toTypeWord(wire.type);
  return defined({
    type,
    description: wire.description,
    default: wire.default ?? undefined,
    minimum: wire.min,
    maximum: wire.max,
    items: type === 'array' ? { type: toTypeWord(wire.item_type ?? 'string') } : undefined,
  });
}

function toTypeWord(word: string): string {
  return Object.hasOwn(TYPE_WORDS, word) ? (TYPE_WORDS[word] ?? word) : word;
}
