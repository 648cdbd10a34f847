import type { HistoryRow } from '../src/statement/history-row.js';

/** A row of the history as tests need it: a deposit of 250 euros, but for what they say. */
export function buildRow(cells: Partial<HistoryRow> = {}): HistoryRow {
  return {
    ordinal: 7,
    line: 8,
    raw: {},
    timezone: 'Europe/Amsterdam',
    date: '2024-05-06',
    time: '10:11:12',
    type: 'deposit',
    currency: 'EUR',
    amount: '250',
    quoteCurrency: '',
    quotePrice: '',
    settledCurrency: '',
    settledAmount: '',
    feeCurrency: '',
    feeAmount: '',
    status: 'completed',
    transactionId: '5f0c9f6e-7a52-4d0e-9d0b-5f4a0f6b1c11',
    address: '',
    ...cells,
  };
}

/** A purchase of 0.01 BTC for 601.50 euros, 1.50 of them the fee, but for what the test says. */
export function buildPurchase(cells: Partial<HistoryRow> = {}): HistoryRow {
  return buildRow({
    type: 'buy',
    currency: 'BTC',
    amount: '0.01',
    quoteCurrency: 'EUR',
    quotePrice: '60000',
    settledCurrency: 'EUR',
    settledAmount: '-601.50',
    feeCurrency: 'EUR',
    feeAmount: '1.5',
    ...cells,
  });
}
