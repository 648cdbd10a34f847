import { expect, test } from '@jest/globals';
import { differences } from './difference.ts';

test('equal values have none, whatever the order of their members', () => {
  expect(differences({ a: 1, b: [{ c: '2' }] }, { b: [{ c: '2' }], a: 1 })).toEqual([]);
});

test('each is told with its path', () => {
  expect(differences({ items: [{ price: '1' }, 2] }, { items: [{ price: '2' }] })).toEqual([
    'items.0.price: expected "1", found "2"',
    'items.1: expected 2, found nothing',
  ]);
  expect(differences([], {})).toEqual([': expected [], found {}']);
});

test('of many, some are told and the others counted', () => {
  expect(differences([1, 2, 3, 4, 5, 6, 7], [])).toHaveLength(6);
  expect(differences([1, 2, 3, 4, 5, 6, 7], []).at(-1)).toBe('… and 2 more');
});
