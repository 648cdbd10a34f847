import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { stock } from '../../test/drafts.js';
import { Exact } from '../decimal/exact.js';
import { MoneyBag } from '../decimal/money-bag.js';
import type { Cost } from './cost.js';
import { Holding } from './holding.js';
import { costOf, type CostMethod } from './lots.js';

interface Trade {
  /** Positive = bought. */
  readonly units: number;
  readonly price: number;
}

const SPLIT = 'two for one';

const trades = fc.record({
  units: fc.integer({ min: -6, max: 6 }).filter((units) => units !== 0),
  price: fc.integer({ min: 1, max: 9 }),
});
const histories = fc.array(fc.oneof({ weight: 6, arbitrary: trades }, fc.constant(SPLIT)), { maxLength: 25 });

/** A holding told unit by unit, in floating point. */
class Units {
  /** Prices of what is held, the oldest first. */
  prices: number[] = [];
  sign = 1;
  gain = 0;
  readonly #method: CostMethod;

  constructor(method: CostMethod) {
    this.#method = method;
  }

  get cost(): number {
    return this.sign * this.prices.reduce((sum, price) => sum + price, 0);
  }

  get quantity(): number {
    return this.sign * this.prices.length;
  }

  trade({ units, price }: Trade): void {
    const sign = Math.sign(units);
    for (let unit = 0; unit < Math.abs(units); unit += 1)
      if (this.prices.length > 0 && this.sign !== sign) this.#close(price);
      else {
        this.sign = sign;
        this.prices.push(price);
      }
  }

  split(): void {
    this.prices = this.prices.flatMap((price) => [price / 2, price / 2]);
  }

  #close(price: number): void {
    if (this.#method === 'AVERAGE') {
      const average = this.prices.reduce((sum, each) => sum + each, 0) / this.prices.length;
      this.prices = this.prices.map(() => average);
    }
    this.gain += this.sign * (price - (this.prices.shift() ?? 0));
  }
}

const exact = (number: number): Exact => Exact.from(String(number));
const euros = (cost: Cost | undefined): number => Number(cost?.money.amountIn('EUR').toString() ?? 0);

function gainOf(holding: Holding, { units, price }: Trade, date: string): number {
  const paid = exact(units * price);
  const closing = holding.move({
    quantity: exact(units),
    cost: { money: MoneyBag.of(paid, 'EUR'), base: paid },
    date,
    recordId: date,
    mayOpen: true,
  });
  return closing === undefined ? 0 : -euros(closing.cost) - euros(costOf(closing.lots));
}

describe('of any trades and splits, long and short', () => {
  test.each(['FIFO', 'AVERAGE'] as const)('%s gives what each unit gives by itself', (method) => {
    fc.assert(
      fc.property(histories, (history) => {
        const holding = new Holding('AAA', stock('AAA'), method);
        const units = new Units(method);
        let gain = 0;
        for (const [index, event] of history.entries()) {
          const date = `2024-01-${String(index + 1).padStart(2, '0')}`;
          if (event !== SPLIT) {
            gain += gainOf(holding, event, date);
            units.trade(event);
          } else if (units.quantity !== 0) {
            holding.rescale(holding.quantity, { date, recordId: date });
            units.split();
          }
          expect(holding.quantity.equals(exact(units.quantity))).toBe(true);
          expect(gain).toBeCloseTo(units.gain, 6);
          expect(euros(costOf(holding.lots ?? []))).toBeCloseTo(units.cost, 6);
        }
      }),
      { numRuns: 500 },
    );
  });
});
