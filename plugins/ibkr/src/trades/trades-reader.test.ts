import { describe, expect, test } from '@jest/globals';
import { BUY, element, file, read, readSections, statement, type Values } from '../../fixtures/document.js';

const trade = (values: Values): string => element('Trade', { ...BUY, ...values });

describe('levels of detail', () => {
  const order = (values: Values): string =>
    element('Order', {
      ...BUY,
      levelOfDetail: 'ORDER',
      transactionID: '',
      tradeID: '',
      ibExecID: '',
      dateTime: '',
      settleDateTarget: 'MULTI',
      openCloseIndicator: '-',
      ...values,
    });

  test('executions make everything else a repeat, wherever it stands', async () => {
    const { transactions, ignored, unclassified } = await readSections({
      Trades: [
        element('AssetSummary', { levelOfDetail: 'ASSET_SUMMARY', assetCategory: 'STK' }),
        element('SymbolSummary', { levelOfDetail: 'SYMBOL_SUMMARY', symbol: 'ACME' }),
        order({}),
        trade({}),
        element('Lot', { levelOfDetail: 'CLOSED_LOT', symbol: 'ACME' }),
        element('WashSale', { symbol: 'ACME' }),
        order({ ibOrderID: 'N/A' }),
      ],
    });
    expect(transactions).toMatchObject([{ source: { rows: [4] } }]);
    expect(ignored.flatMap(({ rows }) => rows).sort()).toEqual([1, 2, 3, 5, 6, 7]);
    expect(unclassified).toEqual([]);
  });

  test('an order whose executions are missing is kept, wherever it stands', async () => {
    const { transactions, ignored, unclassified } = await readSections({
      Trades: [order({ ibOrderID: '77' }), order({}), trade({}), order({ ibOrderID: '78' }), order({})],
    });
    expect(transactions).toMatchObject([{ source: { rows: [3] } }]);
    expect(ignored.flatMap(({ rows }) => rows).sort()).toEqual([2, 5]);
    expect(unclassified).toMatchObject([{ rows: [1, 4] }]);
  });

  test('orders repeat executions that name no order', async () => {
    const { ignored, unclassified } = await readSections({
      Trades: [order({ ibOrderID: '77' }), trade({ ibOrderID: '' })],
    });
    expect(ignored).toMatchObject([{ rows: [1] }]);
    expect(unclassified).toEqual([]);
  });

  test.each(['CLOSED_LOT', 'Closed Lot', 'ClosedLot', 'Symbol Summary'])(
    'a level is told by its letters: %s',
    async (levelOfDetail) => {
      const { transactions, ignored } = await readSections({ Trades: [trade({}), trade({ levelOfDetail })] });
      expect(transactions).toMatchObject([{ source: { rows: [1] } }]);
      expect(ignored).toMatchObject([{ rows: [2] }]);
    },
  );

  test('details are executions, and a summary of them a repeat', async () => {
    const { transactions, ignored } = await readSections({
      Trades: [trade({ levelOfDetail: 'SUMMARY' }), trade({ levelOfDetail: 'DETAIL' })],
    });
    expect(transactions).toMatchObject([{ source: { rows: [2] } }]);
    expect(ignored).toMatchObject([{ rows: [1] }]);
  });

  test('levels are told by levelOfDetail where all elements are called Trade', async () => {
    const { transactions, ignored } = await readSections({
      Trades: [trade({ levelOfDetail: 'SYMBOL_SUMMARY' }), trade({ levelOfDetail: 'ORDER' }), trade({})],
    });
    expect(transactions).toMatchObject([{ source: { rows: [3] } }]);
    expect(ignored.flatMap(({ rows }) => rows).sort()).toEqual([1, 2]);
  });

  test('orders are the transactions of an export without executions', async () => {
    const { transactions, ignored, problems } = await readSections({
      Trades: [
        order({}),
        order({ ibOrderID: '77' }),
        element('SymbolSummary', { levelOfDetail: 'SYMBOL_SUMMARY' }),
      ],
    });
    expect(problems).toEqual([]);
    expect(transactions).toMatchObject([
      { orderId: '4294967301', tradeDate: '2024-03-05', netAmount: { amount: '-2551' } },
      { orderId: '77' },
    ]);
    expect(transactions[0]).not.toHaveProperty('settlementDate');
    expect(ignored).toHaveLength(1);
  });

  test('summaries alone are kept: nothing else tells of their money', async () => {
    const { transactions, unclassified } = await readSections({
      Trades: [element('SymbolSummary', { ...BUY, levelOfDetail: 'SYMBOL_SUMMARY' })],
    });
    expect(transactions).toEqual([]);
    expect(unclassified).toMatchObject([{ rows: [1] }]);
  });

  test('an unknown level is kept', async () => {
    const { unclassified } = await readSections({ Trades: [trade({ levelOfDetail: 'NOVEL' })] });
    expect(unclassified).toMatchObject([{ rows: [1], reason: 'unknown level of detail' }]);
  });
});

describe('identity', () => {
  test('a booking keeps its id, whatever the export says beside it', async () => {
    const first = await readSections({ Trades: [trade({})] });
    const second = await readSections({
      CashTransactions: [],
      Trades: [
        trade({ transactionID: '1', tradeID: '2' }),
        trade({ description: 'Another name', notes: 'P' }),
      ],
    });
    expect(second.transactions[1]?.id).toBe(first.transactions[0]?.id);
  });

  test('placeholders are no ids: rows without one are told apart by what they say', async () => {
    const rows = ['N/A', '', '0'].map((id) => trade({ transactionID: id, tradeID: '', ibOrderID: 'N/A' }));
    const { transactions } = await readSections({ Trades: rows });
    expect(new Set(transactions.map(({ id }) => id)).size).toBe(3);
    expect(transactions.every(({ source }) => source.recordId === undefined)).toBe(true);
  });

  test('rows belong to their own account, or to that of the statement', async () => {
    const { transactions } = await read(
      file(
        statement({ Trades: [trade({ accountId: 'U7' }), trade({ accountId: '-', transactionID: '2' })] }),
      ),
    );
    expect(transactions.map(({ accountId }) => accountId)).toEqual(['U7', 'U1234567']);
  });
});
