import { describe, expect, test } from '@jest/globals';
import { BUY, element, readSections, type Values } from '../../fixtures/document.js';

const trade = (values: Values): string => element('Trade', { ...BUY, ...values });

/** The only transaction of a trade, without identity and raw text. */
async function book(values: Values) {
  const { transactions, problems, unclassified } = await readSections({ Trades: [trade(values)] });
  return { transaction: transactions[0], problems: problems.map(({ code }) => code), unclassified };
}

describe('cancellations', () => {
  const cancel = {
    buySell: 'BUY (Ca.)',
    transactionType: 'TradeCancel',
    notes: 'Ca',
    quantity: '-100',
    tradeMoney: '-2550',
    proceeds: '2550',
    ibCommission: '0',
    netCash: '2550',
    tradeID: '',
    transactionID: '9100',
    origTradeID: '501',
  };

  test('take back the trade that they name', async () => {
    const { transactions, problems } = await readSections({ Trades: [trade({}), trade(cancel)] });
    expect(problems).toEqual([]);
    expect(transactions[1]).toMatchObject({
      side: 'BUY',
      quantity: '100',
      status: 'REVERSAL',
      netAmount: { amount: '2550' },
      reverses: transactions[0]?.id,
    });
  });

  test('name no booking where the trade is in no statement of the file', async () => {
    const { transactions } = await readSections({ Trades: [trade(cancel)] });
    expect(transactions[0]).toMatchObject({ status: 'REVERSAL' });
    expect(transactions[0]).not.toHaveProperty('reverses');
  });

  test('are told by the type of the transaction too', async () => {
    const { transaction } = await book({ ...cancel, buySell: 'SELL', transactionType: 'FracShareCancel' });
    expect(transaction).toMatchObject({ side: 'BUY', status: 'REVERSAL' });
  });

  test.each([
    ['a note alone', { buySell: '', transactionType: '' }],
    ['a mark without full stop', { buySell: 'BUY (Ca)', transactionType: '', notes: '' }],
  ])('are told by %s', async (_, values) => {
    const { transaction, problems } = await book({ ...cancel, ...values });
    expect(problems).toEqual([]);
    expect(transaction).toMatchObject({ side: 'BUY', quantity: '100', status: 'REVERSAL' });
  });

  test('a corrected trade is booked, whatever it corrects', async () => {
    const { transaction } = await book({ transactionType: 'TradeCorrect', notes: 'Co', origTradeID: '400' });
    expect(transaction).toMatchObject({ status: 'BOOKED' });
    expect(transaction).not.toHaveProperty('reverses');
  });
});
