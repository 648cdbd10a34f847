import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SettingsSchemaSchema, type Setting, type SettingsSchema } from '../../interfaces/index.js';
import { validateSettings } from './validate-settings.js';

const schema = (properties: Record<string, Setting>, required?: string[]): SettingsSchema =>
  SettingsSchemaSchema.parse({ type: 'object', properties, ...(required && { required }) });
const accepts = (setting: Setting, value: unknown): boolean =>
  validateSettings(schema({ setting }), { setting: value }).findings.length === 0;

describe('values of settings', () => {
  test('are given back with the defaults filled in', () => {
    const properties: Record<string, Setting> = {
      rounding: { type: 'string', default: 'half-even' },
      depth: { type: 'integer', default: 3 },
      dry: { type: 'boolean' },
    };
    expect(validateSettings(schema(properties), { depth: 5 })).toEqual({
      settings: { rounding: 'half-even', depth: 5 },
      findings: [],
    });
  });

  test('are copies: neither defaults nor values are shared', () => {
    const defaults = ['a'];
    const given = ['b'];
    const described = schema({
      one: { type: 'array', items: { type: 'string' }, default: defaults },
      two: { type: 'array', items: { type: 'string' } },
    });
    const { settings } = validateSettings(described, { two: given });
    expect(settings?.['two']).not.toBe(given);
    expect(settings?.['one']).not.toBe(described.properties['one']?.default);
  });

  test.each<[string, Setting, unknown[], unknown[]]>([
    ['a text', { type: 'string' }, ['', 'a'], [7, true, null, [], {}]],
    [
      'a text of some length',
      { type: 'string', minLength: 2, maxLength: 3 },
      ['ab', '👍👍👍'],
      ['a', 'abcd'],
    ],
    ['a choice', { type: 'string', enum: ['a', 'b'] }, ['a', 'b'], ['c', 'A', '']],
    ['a whole number', { type: 'integer' }, [0, -7, 2 ** 60], [0.5, '7', Number.NaN, Infinity, null]],
    ['a number', { type: 'number' }, [0.5, -7], ['0.5', Number.NaN, -Infinity, true]],
    ['a number in bounds', { type: 'number', minimum: 1, maximum: 2 }, [1, 1.5, 2], [0.9, 2.1]],
    ['a number between bounds', { type: 'integer', exclusiveMinimum: 1, exclusiveMaximum: 3 }, [2], [1, 3]],
    ['yes or no', { type: 'boolean' }, [true, false], [0, 'true', null]],
    [
      'a list',
      { type: 'array', items: { type: 'integer', minimum: 1 } },
      [[], [1, 2]],
      [[0], ['1'], 'a', { length: 0 }, [[1]]],
    ],
    [
      'a list of some length',
      { type: 'array', items: { type: 'boolean' }, minItems: 1, maxItems: 2 },
      [[true], [true, false]],
      [[], [true, true, true]],
    ],
  ])('for %s', (_, setting, good, bad) => {
    expect(good.filter((value) => !accepts(setting, value))).toEqual([]);
    expect(bad.filter((value) => accepts(setting, value))).toEqual([]);
  });

  test('that do not fit are named with their path and what they were', () => {
    const described = schema({ names: { type: 'array', items: { type: 'string', maxLength: 3 } } });
    expect(validateSettings(described, { names: ['a', 'abcd'] })).toEqual({
      findings: [
        expect.objectContaining({
          code: 'SETTINGS_INVALID',
          message: 'The setting "names" does not fit. It must be at most 3 characters long, was "abcd".',
          place: { path: 'names[1]' },
        }),
      ],
    });
  });

  test('that the plugin does not have are refused', () => {
    expect(validateSettings(schema({ depth: { type: 'integer' } }), { dept: 1 }).findings).toMatchObject([
      { message: 'The plugin has no setting "dept"; it has depth.', place: { path: 'dept' } },
    ]);
    expect(validateSettings(undefined, { depth: 1 }).findings).toMatchObject([
      { message: 'The plugin has no setting "depth"; it has none.' },
    ]);
    expect(validateSettings(schema({}), JSON.parse('{"__proto__":{"a":1}}')).findings).toHaveLength(1);
  });

  test('that are required and have no default are missed', () => {
    const described = schema({ depth: { type: 'integer' }, rounding: { type: 'string', default: 'up' } }, [
      'depth',
      'rounding',
    ]);
    expect(validateSettings(described, {}).findings).toMatchObject([
      { message: 'The setting "depth" is missing.', place: { path: 'depth' } },
    ]);
    expect(validateSettings(described, { depth: 1 }).settings).toEqual({ depth: 1, rounding: 'up' });
  });

  test('of a plugin without a schema are none', () => {
    expect(validateSettings(undefined, {})).toEqual({ settings: {}, findings: [] });
  });

  test('are told of the first of many choices', () => {
    const choices = Array.from({ length: 200 }, (_, n) => `c${n}`);
    const described = schema({ a: { type: 'array', items: { type: 'string', enum: choices } } });
    const { findings } = validateSettings(described, { a: ['y'] });
    expect(findings[0]?.message).toMatch(/ one of c0, c1,.* c19, …, was "y"\.$/);
  });

  test.each([null, [], 'depth=1', 7, undefined])('are an object, not %j', (values) => {
    expect(validateSettings(schema({}), values)).toEqual({
      findings: [expect.objectContaining({ code: 'SETTINGS_INVALID' })],
    });
  });

  test('that were taken are taken again', () => {
    const described = schema({
      depth: { type: 'integer', minimum: 1, default: 3 },
      names: { type: 'array', items: { type: 'string', maxLength: 3 } },
      dry: { type: 'boolean' },
    });
    fc.assert(
      fc.property(
        fc.record(
          { depth: fc.integer(), names: fc.array(fc.string({ maxLength: 5 })), dry: fc.boolean() },
          { requiredKeys: [] },
        ),
        (values) => {
          const { settings } = validateSettings(described, values);
          if (settings !== undefined)
            expect(validateSettings(described, settings)).toEqual({ settings, findings: [] });
        },
      ),
    );
  });
});
