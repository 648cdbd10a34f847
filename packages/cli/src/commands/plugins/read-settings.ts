import type { SettingsChange } from '@bourse/core';
import { ProblemError, type Setting, type Settings, type SettingsSchema } from '@bourse/core/interfaces';
import { findClosest } from '../../arguments/closest.js';

type Value = Settings[string];
type Scalar = Exclude<Value, readonly unknown[]>;

/**
 * Reads `key=value` words as the plugin's schema means them; whether a value is allowed is for the host to say.
 *
 * @throws ProblemError SETTINGS_INVALID where a word is no setting of the plugin, or its value has another type
 */
export function readSettings(
  schema: SettingsSchema | undefined,
  words: readonly string[],
  unset: readonly string[],
): SettingsChange {
  const given = words.map((word): [string, Value] => {
    const at = word.indexOf('=');
    if (at < 1) throw invalid(word, `"${word}" is not of the form key=value.`);
    const name = word.slice(0, at);
    return [name, readValue(findSetting(schema, name), name, word.slice(at + 1))];
  });
  const taken = unset.map((name): [string, undefined] => {
    findSetting(schema, name);
    return [name, undefined];
  });
  return Object.fromEntries([...given, ...taken]);
}

function findSetting(schema: SettingsSchema | undefined, name: string): Setting {
  const properties = schema?.properties ?? {};
  const setting = Object.hasOwn(properties, name) ? properties[name] : undefined;
  if (setting !== undefined) return setting;
  const closest = findClosest(name, Object.keys(properties));
  throw invalid(
    name,
    `The plugin has no setting "${name}".`,
    closest === undefined ? undefined : `Did you mean "${closest}"?`,
  );
}

function readValue(setting: Setting, name: string, text: string): Value {
  if (setting.type !== 'array') return readScalar(setting.type, name, text);
  const { type } = setting.items;
  return text === '' ? [] : text.split(',').map((item) => readScalar(type, name, item.trim()));
}

function readScalar(type: 'string' | 'number' | 'integer' | 'boolean', name: string, text: string): Scalar {
  if (type === 'string') return text;
  if (type === 'boolean' && (text === 'true' || text === 'false')) return text === 'true';
  if (type !== 'boolean' && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  throw invalid(name, `"${text}" is no ${type === 'boolean' ? 'true or false' : type}.`);
}

function invalid(
  path: string,
  message: string,
  remedy = 'See the settings with "bourse plugins config <plugin>".',
): ProblemError {
  return new ProblemError({ code: 'SETTINGS_INVALID', message, remedy, place: { path } });
}
