import { expect, test } from '@jest/globals';
import { toJson } from './json.ts';

test('a limit is kept up to the number itself, and nothing is broken without one', () => {
  expect(
    toJson([
      { name: 'a', value: 1.05, unit: 'x', limit: 1.05, what: '' },
      { name: 'b', value: 1.0500001, unit: 'x', limit: 1.05, what: '' },
      { name: 'c', value: 123456, unit: 'ms', what: '' },
    ]),
  ).toEqual([
    { name: 'a', value: 1.05, unit: 'x', limit: 1.05, ok: true },
    { name: 'b', value: 1.05, unit: 'x', limit: 1.05, ok: false },
    { name: 'c', value: 123456, unit: 'ms', limit: null, ok: true },
  ]);
});
