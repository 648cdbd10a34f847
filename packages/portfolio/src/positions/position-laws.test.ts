import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { portfolioOf } from '../../test/acme.js';
import { histories, joinDays } from '../../test/histories.js';
import { Exact } from '../decimal/exact.js';

/** In milliseconds; many small ledgers are written to disk. */
const TIMEOUT = 60_000;

const RUNS = { numRuns: 60 };

const sum = (amounts: readonly string[]): Exact =>
  amounts.reduce((total, amount) => total.plus(Exact.from(amount)), Exact.ZERO);

describe('of any history', () => {
  test(
    'the quantity of a position is the sum of what moved it',
    async () => {
      await fc.assert(
        fc.asyncProperty(histories, async (days) => {
          const file = joinDays(days);
          const { positions } = await portfolioOf(file);
          for (const { instrument, quantity } of positions) {
            const trades = (file.transactions ?? []).filter(
              (trade) => trade.instrument.symbol === instrument.symbol,
            );
            const gifts = (file.transfers ?? []).filter(
              (gift) => gift.instrument.symbol === instrument.symbol,
            );
            const moved = [
              ...trades.map((trade) => (trade.side === 'BUY' ? trade.quantity : `-${trade.quantity}`)),
              ...gifts.map((gift) => gift.quantity),
            ];
            expect(quantity).toBe(sum(moved).toString());
          }
        }),
        RUNS,
      );
    },
    TIMEOUT,
  );

  // What was paid is the cost of what is left and of what was sold; what was received is that cost and the gain.
  test(
    'cost less realized gains is what was paid less what was received, by either method',
    async () => {
      const cases = fc.tuple(histories, fc.constantFrom('AVERAGE' as const, 'FIFO' as const));
      await fc.assert(
        fc.asyncProperty(cases, async ([days, method]) => {
          const { transfers: _, ...file } = joinDays(days);
          const { positions } = await portfolioOf(file, { method });
          for (const { instrument, cost, realized, incompleteSince } of positions) {
            if (incompleteSince !== undefined) continue;
            const trades = (file.transactions ?? []).filter(
              (trade) => trade.instrument.symbol === instrument.symbol,
            );
            const received = sum(trades.map((trade) => trade.netAmount.amount));
            const left = sum((cost ?? []).map((money) => money.amount));
            const gained = sum((realized ?? []).map((money) => money.amount));
            expect(left.minus(gained).toString()).toBe(received.negated().toString());
          }
        }),
        RUNS,
      );
    },
    TIMEOUT,
  );
});
