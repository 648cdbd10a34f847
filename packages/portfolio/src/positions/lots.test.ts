import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Exact } from '../decimal/exact.js';
import { MoneyBag } from '../decimal/money-bag.js';
import { costOf, Lots, rescale, type CostMethod, type Lot } from './lots.js';

const lot = (quantity: string, cost: string | undefined, date = '2024-01-01'): Lot => ({
  quantity: Exact.from(quantity),
  cost:
    cost === undefined
      ? undefined
      : { money: MoneyBag.from({ amount: cost, currency: 'EUR' }), base: Exact.from(cost) },
  date,
  recordId: date,
});

const lotsOf = (method: CostMethod, ...all: Lot[]): Lots => {
  const lots = new Lots(method);
  for (const each of all) lots.add(each);
  return lots;
};

const euros = (lots: readonly Lot[]) => costOf(lots)?.money.amountIn('EUR').toString();

describe('Lots', () => {
  // 10 for 100 and 10 for 140: the first 12 cost 100 + 2/10 × 140 = 128 by FIFO, 12/20 × 240 = 144 on average.
  test.each([
    ['FIFO', '128', '112'],
    ['AVERAGE', '144', '96'],
  ] as const)('%s: what is taken costs %s', (method, taken, rest) => {
    const lots = lotsOf(method, lot('10', '100'), lot('10', '140'));
    expect(euros(lots.take(Exact.from('12')))).toBe(taken);
    expect(euros(lots.all)).toBe(rest);
  });

  test('a short position gives back what it brought in', () => {
    const lots = lotsOf('FIFO', lot('-10', '-100'));
    expect(euros(lots.take(Exact.from('-4')))).toBe('-40');
    expect(euros(lots.all)).toBe('-60');
  });

  test('an unknown cost makes the pool unknown, but with FIFO only its own lot', () => {
    const average = lotsOf('AVERAGE', lot('10', '100'), lot('1', undefined));
    expect(euros(average.take(Exact.ONE))).toBeUndefined();
    const fifo = lotsOf('FIFO', lot('10', '100'), lot('1', undefined));
    expect(euros(fifo.take(Exact.from('10')))).toBe('100');
    expect(euros(fifo.all)).toBeUndefined();
  });

  test('older lots go before younger ones', () => {
    const lots = lotsOf('FIFO', lot('1', '4', '2024-01-01'), lot('1', '5', '2024-02-01'));
    lots.take(Exact.ONE);
    lots.add(lot('1', '3', '2023-01-01'));
    expect(euros(lots.take(Exact.ONE))).toBe('3');
    expect(euros(lots.take(Exact.ONE))).toBe('5');
  });

  test('more than there is cannot be taken', () => {
    expect(() => lotsOf('FIFO', lot('1', '5')).take(Exact.from('2'))).toThrow(RangeError);
  });

  test('thousands of small lots are taken one after the other', () => {
    const lots = lotsOf('FIFO', ...Array.from({ length: 3_000 }, () => lot('1', '2')));
    for (let sale = 0; sale < 2_999; sale += 1) lots.take(Exact.ONE);
    expect(lots.all).toHaveLength(1);
  });

  test('rescaling keeps the cost and gives exactly the new quantity', () => {
    const lots = rescale([lot('1', '10'), lot('2', '20')], Exact.from('1'));
    expect(lots.map(({ quantity }) => quantity.toString())).toEqual([
      '0.33333333333333333333',
      '0.66666666666666666667',
    ]);
    expect(euros(lots)).toBe('30');
  });

  test('no cost is lost or made, however often lots are divided', () => {
    const amounts = fc
      .integer({ min: 1, max: 10_000_000 })
      .map((cents) => new Exact(BigInt(cents), 3).toString());
    const fractions = fc.integer({ min: 1, max: 999 });
    const methods = fc.constantFrom<CostMethod>('AVERAGE', 'FIFO');
    fc.assert(
      fc.property(
        methods,
        fc.array(fc.tuple(amounts, amounts, fractions), { minLength: 1 }),
        (method, steps) => {
          const lots = new Lots(method);
          let spent = MoneyBag.EMPTY;
          let taken = MoneyBag.EMPTY;
          for (const [quantity, cost, permille] of steps) {
            lots.add(lot(quantity, cost));
            spent = spent.plus(MoneyBag.from({ amount: cost, currency: 'EUR' }));
            const held = lots.all.reduce((sum, each) => sum.plus(each.quantity), Exact.ZERO);
            const part = held.times(new Exact(BigInt(permille), 3));
            taken = taken.plus(costOf(lots.take(part))?.money ?? MoneyBag.EMPTY);
          }
          const remaining = costOf(lots.all)?.money ?? MoneyBag.EMPTY;
          expect(taken.plus(remaining).toMoney()).toEqual(spent.toMoney());
        },
      ),
    );
  });
});
