import { describe, expect, test } from '@jest/globals';
import type { SettingsSchema } from '@bourse/core/interfaces';
import { readSettings } from './read-settings.js';

const SCHEMA: SettingsSchema = {
  type: 'object',
  properties: {
    currency: { type: 'string' },
    depth: { type: 'integer' },
    rate: { type: 'number' },
    strict: { type: 'boolean' },
    markets: { type: 'array', items: { type: 'string' } },
    years: { type: 'array', items: { type: 'integer' } },
  },
};

describe('words of the form key=value', () => {
  test('are read as the schema means them', () => {
    const words = [
      'currency=EUR=x',
      'depth=12',
      'rate=-0.5',
      'strict=false',
      'markets=A, B',
      'years=2023,2024',
    ];
    expect(readSettings(SCHEMA, words, [])).toEqual({
      currency: 'EUR=x',
      depth: 12,
      rate: -0.5,
      strict: false,
      markets: ['A', 'B'],
      years: [2023, 2024],
    });
  });

  test('may be empty, for a text or a list', () => {
    expect(readSettings(SCHEMA, ['currency=', 'markets='], [])).toEqual({ currency: '', markets: [] });
  });

  test.each([
    ['strict=yes', '"yes" is no true or false.'],
    ['depth=many', '"many" is no integer.'],
    ['years=2024,x', '"x" is no integer.'],
    ['depth', '"depth" is not of the form key=value.'],
    ['=1', '"=1" is not of the form key=value.'],
    ['toString=1', 'The plugin has no setting "toString".'],
  ])('are refused where they are wrong: %s', (word, message) => {
    expect(() => readSettings(SCHEMA, [word], [])).toThrow(message);
  });

  test('that are mistyped bring up the word that was meant', () => {
    const refusal = expect.objectContaining({ code: 'SETTINGS_INVALID', remedy: 'Did you mean "currency"?' });
    expect(() => readSettings(SCHEMA, ['curency=EUR'], [])).toThrow(refusal);
  });
});

test('a setting that is unset goes back to its default', () => {
  expect(readSettings(SCHEMA, [], ['depth'])).toEqual({ depth: undefined });
  expect(() => readSettings(undefined, [], ['depth'])).toThrow('no setting "depth"');
});
