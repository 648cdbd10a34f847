import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { importFile, ledgerOf, TestFolder, type AcmeFile } from '../../test/acme.js';
import { buy, stock } from '../../test/drafts.js';
import { dumpOf } from '../../test/dump.js';
import { exportsOf, histories, joinDays } from '../../test/histories.js';

/** In milliseconds; each run writes several small ledgers to disk. */
const TIMEOUT = 60_000;

const RUNS = { numRuns: 40 };

const dumpAfter = async (files: readonly AcmeFile[]): Promise<string[]> => {
  using folder = new TestFolder();
  using ledger = await ledgerOf(folder, ...files);
  return dumpOf(ledger);
};

describe('importing exports of one history', () => {
  test(
    'that overlap, in any order, any number of times, gives one and the same ledger',
    async () => {
      const cases = histories.chain((days) => fc.tuple(fc.constant(days), exportsOf(days)));
      await fc.assert(
        fc.asyncProperty(cases, async ([days, files]) => {
          expect(await dumpAfter([...files, ...files.slice(0, 1)])).toEqual(
            await dumpAfter([joinDays(days)]),
          );
        }),
        RUNS,
      );
    },
    TIMEOUT,
  );

  test(
    'and undoing the last one leaves the ledger as it was before',
    async () => {
      const cases = histories.chain((days) => exportsOf(days));
      await fc.assert(
        fc.asyncProperty(cases, async (files) => {
          using folder = new TestFolder();
          using ledger = await ledgerOf(folder, ...files.slice(0, -1));
          const before = dumpOf(ledger);
          const { importId, repeated } = await importFile(ledger, files.at(-1) ?? {});
          if (!repeated) ledger.undoImport(importId);
          expect(dumpOf(ledger)).toEqual(before);
        }),
        RUNS,
      );
    },
    TIMEOUT,
  );

  test(
    'that disagree ends with what the latest statement says, in any order',
    async () => {
      /** A booking as the statement of a day told it. */
      const told = (price: number, day: number): AcmeFile => ({
        transactions: [
          buy(stock('AAA'), {
            quantity: '1',
            price: String(price),
            tradeDate: '2024-01-01',
            source: { section: 'rows', recordId: '1' },
          }),
        ],
        generatedAt: `2024-02-${String(day + 1).padStart(2, '0')}T00:00:00Z`,
      });
      const cases = fc
        .array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 4 })
        .map((prices) => prices.map(told))
        .chain((files) =>
          fc.tuple(fc.constant(files), fc.shuffledSubarray(files, { minLength: files.length })),
        );
      await fc.assert(
        fc.asyncProperty(cases, async ([files, shuffled]) => {
          const [last] = files.slice(-1);
          expect(await dumpAfter(shuffled)).toEqual(await dumpAfter(last === undefined ? [] : [last]));
        }),
        RUNS,
      );
    },
    TIMEOUT,
  );
});
