import { expect, test } from '@jest/globals';
import { Fields } from './fields.js';

const malformed = (path: string): object => ({ code: 'MALFORMED_RESPONSE', place: { path } });

test('a number is read where one is', () => {
  const fields = new Fields({ price: '12.50', none: null, empty: '' }, '/items/0');
  expect(fields.decimal('price')).toBe('12.50');
  expect(fields.optionalDecimal('price')).toBe('12.50');
  expect(['none', 'empty', 'absent'].map((name) => fields.optionalDecimal(name))).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test.each([
  ['a text', { price: 'secret text' }],
  ['a truth value', { price: true }],
  ['a list', { price: ['12.50'] }],
  ['an object', { price: {} }],
])('%s in place of a number is refused by its path, never by its value', (_, members) => {
  const fields = new Fields(members, '/items/0');
  for (const read of [fields.decimal, fields.optionalDecimal])
    expect(() => read.call(fields, 'price')).toThrow(expect.objectContaining(malformed('/items/0/price')));
  expect(() => fields.decimal('price')).toThrow(/^(?!.*secret)/s);
});

test('nothing in place of a number that must be there is refused', () => {
  expect(() => new Fields({}).decimal('price')).toThrow(expect.objectContaining(malformed('/price')));
});

test.each([undefined, null, 'text', ['a']])('%j is no object', (value) => {
  expect(() => new Fields(value, '/items')).toThrow(expect.objectContaining(malformed('/items')));
});
