import { testBroker } from '@bourse/sdk/testing';
import { plugin } from '../src/plugin.js';

const format = 'bitvavo-history-csv';

testBroker({
  plugin,
  folder: new URL('..', import.meta.url),
  fixtures: [
    {
      file: 'fixtures/history-every-type.csv',
      format,
      expect: {
        rowsTotal: 21,
        transactions: 4,
        cashMovements: 7,
        transfers: 10,
        ignored: 1,
        unclassified: 0,
      },
    },
    {
      file: 'fixtures/history-former.csv',
      format,
      expect: { rowsTotal: 4, transactions: 2, cashMovements: 1, transfers: 1 },
    },
    {
      file: 'demo/bitvavo-history.csv',
      format,
      expect: { rowsTotal: 51, transactions: 22, cashMovements: 13, transfers: 17 },
    },
    {
      file: 'fixtures/history-broken-rows.csv',
      format,
      expect: {
        rowsTotal: 18,
        unclassified: 9,
        problems: [
          ...Array<'AMBIGUOUS_TIME'>(3).fill('AMBIGUOUS_TIME'),
          ...Array<'ROW_MALFORMED'>(5).fill('ROW_MALFORMED'),
          ...Array<'IDENTITY_BROKEN'>(2).fill('IDENTITY_BROKEN'),
        ],
      },
    },
  ],
});
