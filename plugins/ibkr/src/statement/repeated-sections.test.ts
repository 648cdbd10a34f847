import { describe, expect, test } from '@jest/globals';
import { BUY, DIVIDEND, element, readSections } from '../../fixtures/document.js';

describe('sections that tell nothing new', () => {
  const line = element('FxTransaction', { accountId: 'U1234567', quantity: '-232', proceeds: '-216.21' });

  test('are ignored where the sections that book the same are exported, be they empty', async () => {
    const { ignored, unclassified } = await readSections({ FxTransactions: [line], CashTransactions: [] });
    expect([ignored.length, unclassified.length]).toEqual([1, 0]);
  });

  test('are kept where they are not', async () => {
    const { ignored, unclassified } = await readSections({ FxTransactions: [line, line] });
    expect(ignored).toEqual([]);
    expect(unclassified).toMatchObject([{ rows: [1, 2], text: 'FxTransactions' }]);
  });

  test.each(['ChangeInNAV', 'InterestAccruals', 'SecuritiesInfo', 'EquitySummaryInBase', 'SLBOpenContracts'])(
    '%s is ignored in any case',
    async (section) => {
      const { ignored } = await readSections({ [section]: [element('Row', { accountId: 'U1234567' })] });
      expect(ignored).toMatchObject([{ rows: [1] }]);
    },
  );

  test('nested elements are rows too', async () => {
    const { ignored, rowsTotal } = await readSections({
      FxPositions: ['<FxLots>', element('FxLot', { quantity: '1' }), '</FxLots>'],
    });
    expect([rowsTotal, ignored.length]).toEqual([1, 1]);
  });
});

test('words that every object knows are in no table', async () => {
  const { transactions, unclassified, problems } = await readSections({
    constructor: [element('constructor', { amount: '5' })],
    CashTransactions: [element('CashTransaction', { ...DIVIDEND, type: 'constructor' })],
    Trades: [element('Trade', { ...BUY, assetCategory: 'constructor', listingExchange: 'valueOf' })],
  });
  expect(problems).toEqual([]);
  expect(unclassified).toMatchObject([{ rows: [1] }, { rows: [2] }]);
  expect(transactions).toMatchObject([{ instrument: { kind: 'OTHER' } }]);
});

test('unknown sections and elements are kept with their text', async () => {
  const { unclassified, problems } = await readSections({
    NovelThings: [element('NovelThing', { amount: '5', empty: '' })],
    CashTransactions: [element('NovelCash', DIVIDEND)],
  });
  expect(problems).toEqual([]);
  expect(unclassified).toMatchObject([
    {
      rows: [1],
      text: 'NovelThing amount="5"',
      reason: 'NovelThing in the section NovelThings is not known',
    },
    { rows: [2] },
  ]);
});
