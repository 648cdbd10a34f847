import type { Setting } from '../../interfaces/manifest/settings-schema.js';
import { joinPath } from '../../manifest/json-path.js';

/** Choices that a message names, and characters of a text in it. */
const CHOICES_SHOWN = 20;
const TEXT_SHOWN = 60;

/** What is wrong with the value of a setting. */
export interface SettingFault {
  /** Path below the setting, empty for the value itself. */
  readonly path: string;
  /** A sentence without the name of the setting. */
  readonly message: string;
}

type ArraySetting = Extract<Setting, { type: 'array' }>;
type StringSetting = Extract<Setting, { type: 'string' }>;
type NumberSetting = Extract<Setting, { type: 'number' | 'integer' }>;

/** Checks a value against the schema of one setting. */
export function checkSetting(setting: Setting, value: unknown): readonly SettingFault[] {
  if (setting.type === 'array') return checkArray(setting, value);
  const message = complaintAbout(setting, value);
  return message === undefined ? [] : [{ path: '', message }];
}

function complaintAbout(setting: Exclude<Setting, ArraySetting>, value: unknown): string | undefined {
  switch (setting.type) {
    case 'string':
      return typeof value === 'string' ? complaintAboutText(setting, value) : mustBe('a text', value);
    case 'boolean':
      return typeof value === 'boolean' ? undefined : mustBe('true or false', value);
    case 'integer':
      return Number.isInteger(value) ? complaintAboutNumber(setting, value) : mustBe('a whole number', value);
    case 'number':
      return Number.isFinite(value) ? complaintAboutNumber(setting, value) : mustBe('a number', value);
  }
}

function complaintAboutText(
  { enum: choices, minLength, maxLength }: StringSetting,
  value: string,
): string | undefined {
  const length = [...value].length;
  if (choices !== undefined && !choices.includes(value)) return mustBe(`one of ${listed(choices)}`, value);
  if (minLength !== undefined && length < minLength)
    return mustBe(`at least ${minLength} characters long`, value);
  if (maxLength !== undefined && length > maxLength)
    return mustBe(`at most ${maxLength} characters long`, value);
  return undefined;
}

function complaintAboutNumber(setting: NumberSetting, value: unknown): string | undefined {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = setting;
  const number = Number(value);
  if (minimum !== undefined && number < minimum) return mustBe(`at least ${minimum}`, value);
  if (maximum !== undefined && number > maximum) return mustBe(`at most ${maximum}`, value);
  if (exclusiveMinimum !== undefined && number <= exclusiveMinimum)
    return mustBe(`above ${exclusiveMinimum}`, value);
  if (exclusiveMaximum !== undefined && number >= exclusiveMaximum)
    return mustBe(`below ${exclusiveMaximum}`, value);
  return undefined;
}

function checkArray({ items, minItems, maxItems }: ArraySetting, value: unknown): readonly SettingFault[] {
  if (!Array.isArray(value)) return [{ path: '', message: mustBe('a list', value) }];
  if (minItems !== undefined && value.length < minItems) {
    return [{ path: '', message: `It must have at least ${minItems} items, has ${value.length}.` }];
  }
  if (maxItems !== undefined && value.length > maxItems) {
    return [{ path: '', message: `It must have at most ${maxItems} items, has ${value.length}.` }];
  }
  return value.flatMap((item: unknown, index) => {
    const message = complaintAbout(items, item);
    return message === undefined ? [] : [{ path: joinPath('', index), message }];
  });
}

function mustBe(wanted: string, value: unknown): string {
  return `It must be ${wanted}, was ${shown(value)}.`;
}

/** A list of a thousand values may be checked against choices of many thousand characters. */
function listed(choices: readonly string[]): string {
  const first = choices.slice(0, CHOICES_SHOWN).map((choice) => choice.slice(0, TEXT_SHOWN));
  return `${first.join(', ')}${choices.length > CHOICES_SHOWN ? ', …' : ''}`;
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  return typeof value === 'string' ? JSON.stringify(value.slice(0, TEXT_SHOWN)) : String(value);
}
