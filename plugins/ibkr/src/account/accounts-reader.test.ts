import { describe, expect, test } from '@jest/globals';
import { BUY, element, readSections, type Values } from '../../fixtures/document.js';

describe('accounts', () => {
  const INFORMATION: Values = {
    accountId: 'U1234567',
    acctAlias: 'Alias',
    currency: 'EUR',
    name: 'Jane Doe',
    accountType: 'Individual',
  };
  const cashReport = (currency: string, startingCash: string, endingCash: string): string =>
    element('CashReportCurrency', {
      accountId: 'U1234567',
      currency,
      startingCash,
      endingCash,
      endingSettledCash: endingCash,
    });

  test('a statement is an entry with balances, and its movements lead from one to the other', async () => {
    const { accounts, problems } = await readSections({
      AccountInformation: [],
      CashReport: [
        cashReport('BASE_SUMMARY', '9000', '6661.5'),
        cashReport('EUR', '0.5', '0.5'),
        cashReport('USD', '10000', '7449'),
      ],
      Trades: [element('Trade', BUY)],
      ConversionRates: [
        element('ConversionRate', {
          reportDate: '20241231',
          fromCurrency: 'USD',
          toCurrency: 'EUR',
          rate: '0.9',
        }),
      ],
    });
    expect(problems).toEqual([]);
    expect(accounts).toEqual([
      {
        id: 'U1234567',
        baseCurrency: 'EUR',
        period: { from: '2024-01-02', to: '2024-12-31' },
        openingCash: [
          { amount: '0.5', currency: 'EUR' },
          { amount: '10000', currency: 'USD' },
        ],
        cash: [
          { amount: '0.5', currency: 'EUR' },
          { amount: '7449', currency: 'USD' },
        ],
        settledCash: [
          { amount: '0.5', currency: 'EUR' },
          { amount: '7449', currency: 'USD' },
        ],
        cashTotal: { amount: '6661.5', currency: 'EUR' },
        asOf: '2024-12-31',
        source: { rows: [1, 2, 3] },
      },
    ]);
  });

  test('a row of AccountInformation names the account', async () => {
    const { accounts } = await readSections({ Some: [], Trades: [] });
    expect(accounts).toMatchObject([{ id: 'U1234567', period: { from: '2024-01-02', to: '2024-12-31' } }]);
    const { accounts: named } = await readSections({
      CashReport: [cashReport('BASE_SUMMARY', '1', '2')],
      AccountInformation: [element('AccountInformation', INFORMATION)],
    });
    expect(named).toMatchObject([
      {
        name: 'Jane Doe',
        type: 'Individual',
        baseCurrency: 'EUR',
        cashTotal: { amount: '2', currency: 'EUR' },
      },
    ]);
  });

  test('a row that tells nothing of the account is kept and reported', async () => {
    const { accounts, unclassified, problems } = await readSections({
      AccountInformation: [element('AccountInformation', { unknown: '1' })],
    });
    expect(accounts).toMatchObject([{ id: 'U1234567' }]);
    expect(unclassified).toMatchObject([{ rows: [1] }]);
    expect(problems).toMatchObject([{ code: 'ROW_MALFORMED' }]);
  });

  test('without a base currency the total is left out, but its row is not lost', async () => {
    const { accounts, rowsTotal, problems } = await readSections({
      CashReport: [cashReport('BASE_SUMMARY', '1', '2')],
    });
    expect(accounts).toMatchObject([{ source: { rows: [1] } }]);
    expect(accounts[0]).not.toHaveProperty('cashTotal');
    expect([rowsTotal, problems]).toEqual([1, []]);
  });

  test('a second row of a currency is kept and reported', async () => {
    const { unclassified, problems } = await readSections({
      CashReport: [cashReport('EUR', '1', '1'), cashReport('EUR', '2', '2')],
    });
    expect(unclassified).toMatchObject([{ rows: [2] }]);
    expect(problems).toMatchObject([{ code: 'ROW_MALFORMED', place: { rows: [2], column: 'currency' } }]);
  });

  test('a row that says the same again is no fault', async () => {
    const { accounts, unclassified, problems } = await readSections({
      CashReport: [cashReport('EUR', '1', '1'), cashReport('EUR', '1.00', '1')],
    });
    expect(accounts).toMatchObject([{ cash: [{ amount: '1', currency: 'EUR' }], source: { rows: [1, 2] } }]);
    expect([unclassified, problems]).toEqual([[], []]);
  });

  test('the balances of an account with models are those of all its models', async () => {
    const inModel = (model: string, currency: string, startingCash: string, endingCash: string): string =>
      element('CashReportCurrency', { accountId: 'U1234567', model, currency, startingCash, endingCash });
    const { accounts, problems } = await readSections({
      AccountInformation: [element('AccountInformation', INFORMATION)],
      CashReport: [
        inModel('Growth', 'BASE_SUMMARY', '0', '7'),
        inModel('Independent', 'BASE_SUMMARY', '3', '-1'),
        inModel('Growth', 'USD', '2560', '9'),
        inModel('Independent', 'USD', '-1', '-1'),
      ],
      Trades: [element('Trade', BUY)],
    });
    expect(problems).toEqual([]);
    expect(accounts).toMatchObject([
      {
        openingCash: [{ amount: '2559', currency: 'USD' }],
        cash: [{ amount: '8', currency: 'USD' }],
        cashTotal: { amount: '6', currency: 'EUR' },
      },
    ]);
  });

  test('balances without model beside those of models are reported, not added', async () => {
    const { accounts, problems } = await readSections({
      CashReport: [
        cashReport('USD', '1', '1'),
        element('CashReportCurrency', {
          model: 'Growth',
          currency: 'USD',
          startingCash: '4',
          endingCash: '4',
        }),
      ],
    });
    expect(accounts).toMatchObject([{ cash: [{ amount: '1', currency: 'USD' }] }]);
    expect(problems).toMatchObject([{ code: 'ROW_MALFORMED', place: { rows: [2] } }]);
  });

  test('a statement that is named after a group has an entry for each account of its rows', async () => {
    const { accounts } = await readSections(
      { Trades: [element('Trade', BUY), element('Trade', { ...BUY, accountId: 'U7' })] },
      { accountId: 'Consolidated' },
    );
    expect(accounts.map(({ id }) => id)).toEqual(['U1234567', 'U7']);
  });

  test('a statement of an account with rows of others has an entry for each', async () => {
    const { accounts } = await readSections({
      Trades: [element('Trade', { ...BUY, accountId: 'U7' }), element('Trade', { ...BUY, accountId: '' })],
    });
    expect(accounts.map(({ id }) => id)).toEqual(['U1234567', 'U7']);
  });

  test('a statement that is named after no account has an entry for each account of its rows', async () => {
    const { accounts, ignored, problems } = await readSections(
      {
        CashReport: [
          element('CashReportCurrency', { accountId: '-', currency: 'BASE_SUMMARY', endingCash: '7449' }),
          cashReport('USD', '10000', '7449'),
        ],
        Trades: [element('Trade', BUY), element('Trade', { ...BUY, accountId: 'U7' })],
      },
      { accountId: 'MULTI' },
    );
    expect(problems).toEqual([]);
    expect(accounts.map(({ id }) => id)).toEqual(['U1234567', 'U7']);
    expect(ignored).toMatchObject([{ reason: 'totals of several accounts', rows: [1] }]);
  });

  test('rows and statement without account are of the default account', async () => {
    const { accounts } = await readSections(
      { Trades: [element('Trade', { ...BUY, accountId: '' })] },
      { accountId: '' },
    );
    expect(accounts).toMatchObject([{ id: 'default' }]);
  });
});
