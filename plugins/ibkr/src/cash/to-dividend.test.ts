import { describe, expect, test } from '@jest/globals';
import { DIVIDEND, element, readSections, WITHHOLDING, type Values } from '../../fixtures/document.js';

const readCash = (...rows: readonly Values[]) =>
  readSections({ CashTransactions: rows.map((row) => element('CashTransaction', row)) });

describe('dividends', () => {
  const FEE: Values = {
    ...DIVIDEND,
    description: 'ACME(US0378331005) CASH DIVIDEND USD 0.25 PER SHARE - FEE',
    amount: '-0.5',
    type: 'Other Fees',
    transactionID: '7003',
  };

  test('join tax and fee of the same instrument, booking date and pay date, wherever they stand', async () => {
    const { dividends, cashMovements, fees, problems } = await readCash(WITHHOLDING, DIVIDEND, FEE);
    expect(problems).toEqual([]);
    expect([...cashMovements, ...fees]).toEqual([]);
    expect(dividends).toMatchObject([
      {
        instrument: { name: 'ACME', brokerId: '1001' },
        kind: 'CASH',
        status: 'PAID',
        currency: 'USD',
        gross: '25',
        withholdings: [{ money: { amount: '3.75', currency: 'USD' }, country: 'US' }],
        charges: [{ kind: 'ADR', money: { amount: '0.5', currency: 'USD' } }],
        net: '20.75',
        date: '2024-05-16',
        payDate: '2024-05-16',
        perShare: '0.25',
        derived: ['net'],
        source: { recordId: '7001', rows: [2, 1, 3] },
      },
    ]);
    expect(dividends[0]?.raw).toHaveLength(3);
  });

  test('with two gross rows of a day join nothing: the tax stands alone and tells what it relates to', async () => {
    const { dividends, cashMovements, fees } = await readCash(
      DIVIDEND,
      { ...DIVIDEND, amount: '10', transactionID: '7009' },
      { ...WITHHOLDING, exDate: '20240510' },
      FEE,
    );
    expect(dividends.map(({ net }) => net)).toEqual(['25', '10']);
    expect(cashMovements).toMatchObject([
      {
        type: 'TAX',
        money: { amount: '-3.75', currency: 'USD' },
        instrument: { brokerId: '1001' },
        relatesTo: { payDate: '2024-05-16', exDate: '2024-05-10' },
      },
    ]);
    expect(fees).toMatchObject([{ kind: 'ADR', relatesTo: { payDate: '2024-05-16' } }]);
  });

  test.each([
    ['of another booking date', { reportDate: '20240620' }],
    ['of another pay date', { settleDate: '20240517' }],
    ['of another instrument', { conid: '1002' }],
    ['of another account', { accountId: 'U7' }],
    ['in another currency', { currency: 'EUR' }],
  ])('do not join tax %s', async (_, values) => {
    const { dividends, cashMovements } = await readCash(DIVIDEND, { ...WITHHOLDING, ...values });
    expect(dividends).toMatchObject([{ withholdings: [], net: '25' }]);
    expect(cashMovements).toMatchObject([
      { type: 'TAX', date: 'reportDate' in values ? '2024-06-20' : '2024-05-16' },
    ]);
  });

  test.each([
    ['Dividends', '(Ordinary Dividend)', 'CASH'],
    ['Dividends', '(Mixed Income)', 'CASH'],
    ['Dividends', '(Return of Capital)', 'RETURN_OF_CAPITAL'],
    ['Dividends', '(Long Term Capital Gain)', 'CAPITAL_GAIN'],
    ['Dividends', '(Interest)', 'INTEREST'],
    ['Payment In Lieu Of Dividends', '(Ordinary Dividend)', 'IN_LIEU'],
  ])('%s %s are of the kind %s', async (type, words, kind) => {
    const description = `ACME(US0378331005) CASH DIVIDEND USD 0.25 PER SHARE ${words}`;
    const { dividends } = await readCash({ ...DIVIDEND, type, description });
    expect(dividends).toMatchObject([{ kind }]);
  });

  test('payments in lieu on a short position are below 0 and no reversals', async () => {
    const { dividends } = await readCash({
      ...DIVIDEND,
      type: 'Payment In Lieu Of Dividends',
      amount: '-25',
    });
    expect(dividends).toMatchObject([{ status: 'PAID', gross: '-25', net: '-25' }]);
  });

  test('coupons of bonds are interest; interest bought with a bond is a movement', async () => {
    const bond = { ...DIVIDEND, assetCategory: 'BOND', symbol: 'T 4 1/4 11/15/34' };
    const { dividends, cashMovements } = await readCash(
      { ...bond, type: 'Bond Interest Received', description: 'BOND COUPON PAYMENT (T 4 1/4 11/15/34)' },
      {
        ...bond,
        type: 'Bond Interest Paid',
        description: 'PURCHASE ACCRUED INT T 4 1/4 11/15/34',
        amount: '-12.3',
        transactionID: '7010',
      },
    );
    expect(dividends).toMatchObject([{ kind: 'INTEREST', gross: '25', instrument: { kind: 'BOND' } }]);
    expect(cashMovements).toMatchObject([
      { type: 'INTEREST_PAID', money: { amount: '-12.3' }, instrument: { brokerId: '1001' } },
    ]);
  });

  test('of exports without columns for the instrument take it from the description', async () => {
    const { dividends, problems } = await readCash({ ...DIVIDEND, conid: '', symbol: '', isin: '' });
    expect(problems).toEqual([]);
    expect(dividends).toMatchObject([
      { instrument: { kind: 'OTHER', symbol: 'ACME', isin: 'US0378331005' } },
    ]);
  });

  test('that name no instrument at all are kept', async () => {
    const { unclassified, problems } = await readCash({
      ...DIVIDEND,
      conid: '',
      symbol: '',
      isin: '',
      description: 'CASH DIVIDEND',
    });
    expect(unclassified).toHaveLength(1);
    expect(problems).toMatchObject([{ code: 'ROW_MALFORMED', place: { rows: [1], column: 'conid' } }]);
  });

  test('that are taken back say which, also where only the sign tells', async () => {
    const reversal = {
      ...DIVIDEND,
      description: 'ACME(US0378331005) CASH DIVIDEND USD 0.25 PER SHARE - REVERSAL (Ordinary Dividend)',
      amount: '-25',
      reportDate: '20240620',
      transactionID: '7101',
    };
    const silent = { ...reversal, description: DIVIDEND['description'] ?? '' };
    for (const row of [reversal, silent, { ...silent, amount: '-25.00' }]) {
      const { dividends } = await readCash(DIVIDEND, row);
      const [original, taken] = dividends;
      expect(original).toMatchObject({ status: 'PAID' });
      expect(taken).toMatchObject({ status: 'REVERSAL', date: '2024-06-20', reverses: original?.id });
    }
  });

  test('that are corrected several times on one day are told apart', async () => {
    const row = (transactionID: string, amount: string, reportDate: string): Values => ({
      ...DIVIDEND,
      transactionID,
      amount,
      reportDate,
    });
    const { dividends } = await readCash(
      row('1', '284.2', '20240523'),
      row('2', '-284.2', '20240624'),
      row('3', '284.21', '20240624'),
      row('4', '-284.21', '20240624'),
      row('5', '284.2', '20240624'),
    );
    const byId = new Map(dividends.map((dividend) => [dividend.source.recordId, dividend]));
    expect(byId.get('2')).toMatchObject({ status: 'REVERSAL', reverses: byId.get('1')?.id });
    expect(byId.get('4')).toMatchObject({ status: 'REVERSAL', reverses: byId.get('3')?.id });
    expect(['1', '3', '5'].map((id) => byId.get(id)?.status)).toEqual(['PAID', 'PAID', 'PAID']);
  });

  test('that are taken back take their tax back with them', async () => {
    const { dividends, cashMovements } = await readCash(
      { ...DIVIDEND, code: 'Re', amount: '-25' },
      { ...WITHHOLDING, amount: '3.75' },
    );
    expect(cashMovements).toEqual([]);
    expect(dividends).toMatchObject([
      { status: 'REVERSAL', withholdings: [{ money: { amount: '-3.75' } }], net: '-21.25' },
    ]);
  });
});
