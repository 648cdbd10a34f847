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
    'and undoing any of them leaves what the others tell',
    async () => {
      const cases = histories
        .chain((days) => exportsOf(days))
        .chain((files) =>
          fc.tuple(fc.constant(files), fc.array(fc.nat({ max: files.length - 1 }), { maxLength: 3 })),
        );
      await fc.assert(
        fc.asyncProperty(cases, async ([files, undone]) => {
          using folder = new TestFolder();
          using ledger = await ledgerOf(folder);
          const imports: { file: AcmeFile; importId: number }[] = [];
          for (const file of files)
            imports.push({ file, importId: (await importFile(ledger, file)).importId });
          // A file that comes twice is one import.
          const ids = new Set(undone.flatMap((index) => imports[index]?.importId ?? []));
          for (const id of ids) ledger.undoImport(id);
          const others = imports.filter(({ importId }) => !ids.has(importId)).map(({ file }) => file);
          expect(dumpOf(ledger)).toEqual(await dumpAfter(others));
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
