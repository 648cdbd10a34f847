import { expect, test } from '@jest/globals';
import type { PositionDraft, TransactionDraft } from '@bourse/core/interfaces';
import { TestFolder } from '../../test/acme.js';
import { buy, position, sell, stock } from '../../test/drafts.js';
import { FakeConnections } from '../../test/fake-connections.js';
import { derivePortfolio, openLedger, syncConnections, type Ledger } from '../index.js';

const NOW = Date.parse('2024-06-15T12:00:00Z');

const held = (
  symbol: string,
  quantity: string,
  day: string,
  more: Partial<PositionDraft> = {},
): PositionDraft =>
  position(stock(symbol), { quantity, asOf: `2024-06-${day}T09:00:00Z`, costBasis: '100', ...more });

interface Told {
  readonly accounts?: readonly string[];
  readonly positions: readonly object[];
  readonly transactions?: readonly TransactionDraft[];
}

async function sync(
  ledger: Ledger,
  { positions, transactions = [], accounts = ['A1'] }: Told,
): Promise<void> {
  const answers = {
    accounts: () => [accounts.map((id) => ({ id }))],
    positions: () => [[...positions]],
    transactions: () => [[...transactions]],
  };
  const connections = new FakeConnections({ acme: answers });
  await syncConnections(['acme'], { connections, ledger, now: () => NOW });
}

/** What is held of each instrument after each of some syncs. */
async function heldAfter(...answers: readonly Told[]): Promise<Record<string, string>[]> {
  using folder = new TestFolder();
  using ledger = openLedger(folder.ledger);
  const all: Record<string, string>[] = [];
  for (const answer of answers) {
    await sync(ledger, answer);
    const { positions } = derivePortfolio(ledger.read());
    all.push(Object.fromEntries(positions.map(({ instrument, quantity }) => [instrument.symbol, quantity])));
  }
  return all;
}

test('what the institution lists no more is held no more, also when it lists nothing at all', async () => {
  expect(
    await heldAfter(
      { positions: [held('AAA', '10', '01'), held('BBB', '5', '01')] },
      { positions: [held('BBB', '5', '01')] },
      { positions: [] },
      { positions: [] },
      { positions: [held('AAA', '2', '09')] },
    ),
  ).toEqual([
    { AAA: '10', BBB: '5' },
    { AAA: '0', BBB: '5' },
    { AAA: '0', BBB: '0' },
    { AAA: '0', BBB: '0' },
    { AAA: '2', BBB: '0' },
  ]);
});

test('a list of which something could not be read says nothing of what it lacks', async () => {
  const whole = { positions: [held('AAA', '10', '01'), held('BBB', '5', '01')] };
  const broken = { positions: [held('BBB', '4', '02'), { ...held('AAA', '10', '02'), quantity: 'ten' }] };
  expect(await heldAfter(whole, broken)).toMatchObject([{}, { AAA: '10', BBB: '4' }]);
});

test('holdings of an account that the connection tells of no more stay as they were', async () => {
  const other = held('AAA', '10', '01', { accountId: 'A2' });
  const [, after] = await heldAfter(
    { accounts: ['A1', 'A2'], positions: [held('BBB', '5', '01'), other] },
    { accounts: ['A1'], positions: [] },
  );
  expect(after).toEqual({ AAA: '10', BBB: '0' });
});

test('what was sold as the records say keeps its gain; where they know of no sale, the history is not whole', async () => {
  const bought = buy(stock('AAA'), { quantity: '10', price: '10', tradeDate: '2024-05-02' });
  const sold = sell(stock('AAA'), { quantity: '10', price: '12', tradeDate: '2024-06-03' });
  for (const [transactions, realized, codes] of [
    [[bought, sold], '20', []],
    [[bought], undefined, ['HISTORY_INCOMPLETE']],
  ] as const) {
    using folder = new TestFolder();
    using ledger = openLedger(folder.ledger);
    await sync(ledger, { positions: [held('AAA', '10', '01')], transactions: [bought] });
    await sync(ledger, { positions: [], transactions });
    const { positions, problems } = derivePortfolio(ledger.read());
    expect(positions.map(({ quantity }) => quantity)).toEqual(['0']);
    expect(positions[0]?.realized?.[0]?.amount).toBe(realized);
    expect(problems.map(({ code }) => code)).toEqual(codes);
  }
});

test('when the last list is undone, the one before it says what is held', async () => {
  using folder = new TestFolder();
  using ledger = openLedger(folder.ledger);
  await sync(ledger, { positions: [held('AAA', '10', '01')] });
  await sync(ledger, { positions: [] });
  ledger.undoImport(ledger.listImports().at(-1)?.importId ?? 0);
  expect(derivePortfolio(ledger.read()).positions).toMatchObject([{ quantity: '10' }]);
});
