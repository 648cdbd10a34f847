import { afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { buildGuest } from '../cell/fixtures/build-guest.js';
import type { Statement } from '../interfaces/index.js';
import { Hosts } from '../testing/hosts.js';
import type { Reading } from './reading.js';

let hosts: Hosts;

beforeAll(buildGuest);
beforeEach(() => {
  hosts = new Hosts();
});
afterEach(() => hosts.end());

/** The reading of a plugin whose pages of accounts and fees are these expressions of `cursor`. */
async function readingOf(accounts: string, fees: string): Promise<Reading> {
  const script = `module.exports = { default: { type: 'broker', activate: () => ({
    account: { listAccounts: async ({ cursor }) => (${accounts}) },
    fee: { listFees: async ({ cursor }) => (${fees}) },
  }) } };`;
  const manager = await hosts.startWith({
    script,
    manifest: { services: ['account', 'fee'], statements: [] },
  });
  return manager.reader.pull('acme');
}

async function pull(accounts: string, fees: string): Promise<Statement> {
  return (await readingOf(accounts, fees)).collect();
}

test('what lists do not understand is counted over all of them and lost from none', async () => {
  const item = (text: string): string => `{ text: '${text}', reason: 'A type that is not known.' }`;
  const statement = await pull(
    `{ items: [{ id: 'A1' }], unclassified: [${item('a')}] }`,
    `cursor === undefined
      ? { items: [], unclassified: [${item('b')}, ${item('c')}], cursor: '2' }
      : { items: [], unclassified: [${item('d')}] }`,
  );
  expect(statement.unclassified.map(({ rows, text }) => [rows, text])).toEqual([
    [[1], 'a'],
    [[2], 'b'],
    [[3], 'c'],
    [[4], 'd'],
  ]);
  expect(statement).toMatchObject({ rowsTotal: 4, problems: [], accounts: [{ id: 'A1' }] });
});

test('a page may have more items than a part of a statement', async () => {
  const statement = await pull(
    `{ items: Array.from({ length: 5000 }, (_, index) => ({ id: 'A' + index })) }`,
    `{ items: [] }`,
  );
  expect(statement.accounts).toHaveLength(5_000);
  expect(statement).toMatchObject({ rowsTotal: 0, problems: [] });
});

test('a long page is given on in pieces, each before the next one is made', async () => {
  const page = `{ items: Array.from({ length: 250 }, (_, index) => ({ id: 'A' + index })) }`;
  const lengths: number[] = [];
  for await (const { accounts } of (await readingOf(page, `{ items: [] }`)).parts())
    lengths.push(accounts.length);
  expect(lengths).toEqual([100, 100, 50, 0]);
});

test.each(['"all"', '[{ text: "a" }]', '[{ text: "a", reason: "b", rows: [1] }]'])(
  'a page whose unclassified are %s is refused',
  async (unclassified) => {
    await expect(pull(`{ items: [], unclassified: ${unclassified} }`, `{ items: [] }`)).rejects.toMatchObject(
      { code: 'MALFORMED_RESPONSE' },
    );
  },
);
