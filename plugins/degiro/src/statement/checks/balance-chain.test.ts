import { describe, expect, test } from '@jest/globals';
import { BalanceChain } from './balance-chain.js';

type Step = readonly [balance: string, effect: string, currency?: string];

function follow(...steps: readonly Step[]) {
  const chain = new BalanceChain();
  for (const [index, [balance, effect, currency = 'EUR']] of steps.entries()) {
    const place = { ordinal: index + 1, lines: [index + 2] };
    chain.add(place, { amount: balance, currency }, { amount: effect, currency });
  }
  return chain.findings();
}

describe('balances that join', () => {
  test('tell what was before and after', () => {
    expect(
      follow(['1.35', '-26.45'], ['27.80', '27.80'], ['0.00', '-5.00', 'USD'], ['0.00', '-5.18']),
    ).toEqual({
      steps: 2,
      joined: 2,
      broken: [],
      opening: [
        { amount: '5.18', currency: 'EUR' },
        { amount: '5', currency: 'USD' },
      ],
      closing: [
        { amount: '1.35', currency: 'EUR' },
        { amount: '0', currency: 'USD' },
      ],
    });
  });

  test('are followed from the oldest row as well', () => {
    expect(follow(['0.00', '-5.18'], ['27.80', '27.80'], ['1.35', '-26.45'])).toMatchObject({
      joined: 2,
      opening: [{ amount: '5.18' }],
      closing: [{ amount: '1.35' }],
    });
  });

  test('one balance alone is a chain', () => {
    expect(follow(['3.00', '1.00'])).toMatchObject({
      steps: 0,
      opening: [{ amount: '2' }],
      closing: [{ amount: '3' }],
    });
  });
});

describe('balances that do not join', () => {
  test('are counted and named, and no balance is known', () => {
    expect(follow(['10.00', '1.00'], ['9.00', '1.00'], ['7.00', '1.00'], ['6.00', '1.00'])).toEqual({
      steps: 3,
      joined: 2,
      broken: [{ ordinal: 3, lines: [4] }],
    });
  });

  test('only the first ten are named', () => {
    const steps = Array.from({ length: 40 }, (_, index): Step => [`${index * index}.00`, '0.50']);
    expect(follow(...steps).broken.map(({ ordinal }) => ordinal)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });
});

test('rows without a balance say nothing', () => {
  const chain = new BalanceChain();
  chain.add({ ordinal: 1, lines: [2] }, undefined, { amount: '1', currency: 'EUR' });
  expect(chain.findings()).toEqual({ steps: 0, joined: 0, broken: [] });
});
