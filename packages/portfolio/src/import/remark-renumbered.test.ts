import { expect, test } from '@jest/globals';
import { importFile, ledgerOf, TestFolder, type AcmeFile } from '../../test/acme.js';
import { buy, stock } from '../../test/drafts.js';

/** A purchase of some shares, with the id of its booking or without. */
const bought = (quantity: string, recordId?: string) =>
  buy(stock('AAA'), {
    quantity,
    price: '5',
    tradeDate: '2024-03-04',
    source: { section: 'rows', ...(recordId === undefined ? {} : { recordId }) },
  });

/** What is said when the last of some files is imported. */
async function problemsOf(...files: readonly AcmeFile[]) {
  using folder = new TestFolder();
  using ledger = await ledgerOf(folder, ...files.slice(0, -1));
  const { problems } = await importFile(ledger, files.at(-1) ?? {});
  return problems.map(({ code, message }) => [code, message]);
}

const FOUND = [
  [
    'POSSIBLE_DUPLICATE',
    expect.stringMatching(/^2 new records of "A1" look like records of an earlier file/),
  ],
];

const NUMBERED: AcmeFile = { transactions: [bought('1', 'n1'), bought('2', 'n2')] };
const PLAIN: AcmeFile = { transactions: [bought('1'), bought('2'), bought('3')] };

test('a file without the ids of bookings that an earlier one has is reported, and the other way round', async () => {
  expect(await problemsOf(NUMBERED, PLAIN)).toEqual(FOUND);
  expect(await problemsOf(PLAIN, NUMBERED)).toEqual(FOUND);
});

test('a file that was undone is reported again when it comes back', async () => {
  using folder = new TestFolder();
  using ledger = await ledgerOf(folder, NUMBERED, PLAIN);
  ledger.undoImport(2);
  const { problems } = await importFile(ledger, PLAIN);
  expect(problems.map(({ code, message }) => [code, message])).toEqual(FOUND);
});

test('a file that brings nothing new says nothing', async () => {
  expect(await problemsOf(NUMBERED, PLAIN, PLAIN)).toEqual([]);
  expect(await problemsOf(NUMBERED, NUMBERED)).toEqual([]);
});

test('equal bookings with other ids, of one file, of another institution or of the API are not meant', async () => {
  expect(await problemsOf(NUMBERED, { transactions: [bought('1', 'n3')] })).toEqual([]);
  expect(await problemsOf({ transactions: [bought('1', 'n1'), bought('1')] })).toEqual([]);
  expect(await problemsOf({ ...NUMBERED, institution: 'Other' }, PLAIN)).toEqual([]);
  expect(await problemsOf({ ...NUMBERED, channel: 'API' }, PLAIN)).toEqual([]);
  expect(await problemsOf(NUMBERED, { ...PLAIN, channel: 'API' })).toEqual([]);
});
