import { expect, test } from '@jest/globals';
import type { DividendDraft } from '@bourse/core/interfaces';
import fc from 'fast-check';
import { importFile, TestFolder, type AcmeFile } from '../../test/acme.js';
import { dividend, stock } from '../../test/drafts.js';
import { FakeConnections } from '../../test/fake-connections.js';
import { listDividends, listExpectedDividends, openLedger, syncConnections, type Ledger } from '../index.js';

const NOW = Date.parse('2024-06-01T12:00:00Z');

/** Income of so much to come on a day. */
const announced = (gross: string, payDate: string, more: Partial<DividendDraft> = {}): DividendDraft =>
  dividend(stock('ACM'), { gross, net: gross, date: payDate, payDate, status: 'ANNOUNCED', ...more });

const paid = (gross: string, payDate: string, more: Partial<DividendDraft> = {}): DividendDraft =>
  announced(gross, payDate, { status: 'PAID', source: { recordId: `paid ${payDate}` }, ...more });

const newLedger = (folder: TestFolder): Ledger => openLedger(folder.ledger);

async function sync(ledger: Ledger, dividends: readonly DividendDraft[]): Promise<void> {
  const connections = new FakeConnections({ acme: { dividends: () => [[...dividends]] } });
  await syncConnections(['acme'], { connections, ledger, now: () => NOW });
}

const expectedOf = (ledger: Ledger): string[] =>
  listExpectedDividends(ledger.read()).map(({ date, gross }) => `${date} ${gross}`);

const paidOf = (ledger: Ledger): string[] => listDividends(ledger.read()).map(({ gross }) => gross);

test('an announcement whose amount or day changes is to come once', async () => {
  using folder = new TestFolder();
  using ledger = newLedger(folder);
  await sync(ledger, [announced('4', '2024-07-01'), announced('7', '2024-08-01')]);
  await sync(ledger, [announced('5', '2024-07-01'), announced('7', '2024-08-02')]);
  expect(expectedOf(ledger)).toEqual(['2024-07-01 5', '2024-08-02 7']);
});

test('an announcement that is withdrawn is to come no more, and again when it is told again', async () => {
  using folder = new TestFolder();
  using ledger = newLedger(folder);
  const whole = [announced('4', '2024-07-01'), announced('7', '2024-08-01')];
  for (const told of [whole, whole.slice(1), [], whole.slice(0, 1), whole]) {
    await sync(ledger, told);
    await sync(ledger, told);
    expect(expectedOf(ledger)).toEqual(told.map(({ date, gross }) => `${date} ${gross}`));
  }
});

test('only what is told anew makes an import', async () => {
  using folder = new TestFolder();
  using ledger = newLedger(folder);
  for (const told of [[], [announced('4', '2024-07-01')], [announced('4', '2024-07-01')], [], []])
    await sync(ledger, told);
  expect(ledger.listImports()).toHaveLength(2);
});

test('an announcement that was paid is no more to come, and what was paid stays when nothing is to come', async () => {
  using folder = new TestFolder();
  using ledger = newLedger(folder);
  await sync(ledger, [announced('4', '2024-06-01'), announced('7', '2024-08-01')]);
  await sync(ledger, [paid('3.9', '2024-06-01'), announced('7', '2024-08-01')]);
  expect([paidOf(ledger), expectedOf(ledger)]).toEqual([['3.9'], ['2024-08-01 7']]);
  await sync(ledger, []);
  expect([paidOf(ledger), expectedOf(ledger)]).toEqual([['3.9'], []]);
});

test('of files the one of the later period says what is to come, in either order; one that says nothing of it changes nothing', async () => {
  const june: AcmeFile = {
    period: { from: '2024-05-01', to: '2024-05-31' },
    dividends: [announced('4', '2024-07-01')],
  };
  const july: AcmeFile = {
    period: { from: '2024-06-01', to: '2024-06-20' },
    dividends: [announced('5', '2024-07-02')],
  };
  const silent: AcmeFile = {
    period: { from: '2024-06-01', to: '2024-06-21' },
    dividends: [paid('1', '2024-06-21')],
  };
  for (const files of [
    [june, july, silent],
    [silent, july, june],
  ]) {
    using folder = new TestFolder();
    using ledger = newLedger(folder);
    for (const file of files) await importFile(ledger, file);
    expect(expectedOf(ledger)).toEqual(['2024-07-02 5']);
  }
});

test('what is announced holds back nothing that was paid on the day', async () => {
  using folder = new TestFolder();
  using ledger = newLedger(folder);
  await importFile(ledger, { dividends: [paid('4', '2024-06-01')] });
  await sync(ledger, [announced('4', '2024-06-01'), announced('3', '2024-06-01', { currency: 'USD' })]);
  expect(paidOf(ledger)).toEqual(['4']);
  expect(ledger.read().duplicates).toEqual([]);
});

test('when an answer is undone, the one before it says what is to come', async () => {
  using folder = new TestFolder();
  using ledger = newLedger(folder);
  await sync(ledger, [announced('4', '2024-07-01')]);
  await sync(ledger, []);
  ledger.undoImport(2);
  expect(expectedOf(ledger)).toEqual(['2024-07-01 4']);
});

test('whatever was announced before, the last answer says what is to come', async () => {
  const answers = fc.array(fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { maxLength: 4 }), {
    minLength: 1,
    maxLength: 5,
  });
  await fc.assert(
    fc.asyncProperty(answers, async (told) => {
      using folder = new TestFolder();
      using ledger = newLedger(folder);
      for (const amounts of told)
        await sync(
          ledger,
          amounts.map((amount) => announced(`${amount}`, `2024-07-0${(amount % 3) + 1}`)),
        );
      const grosses = listExpectedDividends(ledger.read()).map(({ gross }) => Number(gross));
      expect(grosses.toSorted()).toEqual((told.at(-1) ?? []).toSorted());
    }),
    { numRuns: 25 },
  );
}, 60_000);
