import { testBroker } from '@bourse/sdk/testing';
import { plugin } from '../src/plugin.js';

const format = 'degiro-account-csv';
const month = {
  rowsTotal: 68,
  transactions: 9,
  cashMovements: 26,
  dividends: 5,
  fees: 2,
  corporateActions: 5,
  unclassified: 0,
};

testBroker({
  plugin,
  folder: new URL('..', import.meta.url),
  fixtures: [
    ...['nl', 'en', 'de', 'fr', 'es', 'it', 'pt', 'pl', 'cs'].map((language) => ({
      file: `fixtures/account-${language}.csv`,
      format,
      expect: month,
    })),
    {
      file: 'demo/degiro-account.csv',
      format,
      expect: { rowsTotal: 124, transactions: 15, cashMovements: 61, dividends: 10, unclassified: 0 },
    },
  ],
});
