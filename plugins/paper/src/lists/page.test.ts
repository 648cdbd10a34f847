import { describe, expect, test } from '@jest/globals';
import { pageOf } from './page.js';

const items = Array.from({ length: 450 }, (_, index) => ({
  date: `2024-${String(1 + Math.floor(index / 50)).padStart(2, '0')}-01`,
  index,
}));
const list = { name: 'fees', accountId: 'A', items, dateOf: (item: { date: string }) => item.date };

describe('pageOf', () => {
  test('cuts a list into pages that join', () => {
    const first = pageOf(list, {});
    const second = pageOf(list, { cursor: first.cursor });
    const third = pageOf(list, { cursor: second.cursor });
    expect([first, second, third].map((page) => page.items.length)).toEqual([200, 200, 50]);
    expect([...first.items, ...second.items, ...third.items]).toEqual(items);
    expect(third).not.toHaveProperty('cursor');
  });

  test('has no second page where the first holds all', () => {
    expect(pageOf({ ...list, items: items.slice(0, 200) }, {})).not.toHaveProperty('cursor');
  });

  test('chooses by date, both ends included', () => {
    const page = pageOf(list, { since: '2024-02-01', until: '2024-03-01' });
    expect(page.items).toEqual(items.slice(50, 150));
  });

  test('does not choose by date where items have none', () => {
    const dateless = { name: 'positions', accountId: 'A', items: items.slice(0, 3) };
    expect(pageOf(dateless, { since: '2030-01-01' }).items).toHaveLength(3);
  });

  test('has nothing of other accounts', () => {
    expect(pageOf(list, { accountId: 'A' }).items).toHaveLength(200);
    expect(pageOf(list, { accountId: 'B' })).toEqual({ items: [] });
  });

  test('hands out copies', () => {
    const [first] = pageOf(list, {}).items;
    expect(first).toEqual(items[0]);
    expect(first).not.toBe(items[0]);
  });

  test('refuses a cursor of another list, another query or nobody', () => {
    const { cursor } = pageOf(list, {});
    for (const [other, query] of [
      [{ ...list, name: 'dividends' }, { cursor }],
      [{ ...list, accountId: 'B' }, { cursor }],
      [list, { cursor, since: '2024-02-01' }],
      [list, { cursor: 'x' }],
      [list, { cursor: '' }],
      [list, { cursor: `${cursor?.split('.')[0]}.-5` }],
      [list, { cursor: `${cursor}.5` }],
    ] as const) {
      expect(() => pageOf(other, query)).toThrow(expect.objectContaining({ code: 'INVALID_REQUEST' }));
    }
  });
});
