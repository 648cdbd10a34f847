import { testBroker } from '@bourse/sdk/testing';
import { plugin } from '../src/plugin.js';

const format = 'ibkr-flex-xml';

testBroker({
  plugin,
  folder: new URL('..', import.meta.url),
  fixtures: [
    {
      file: 'fixtures/every-section.xml',
      format,
      expect: {
        transactions: 17,
        cashMovements: 16,
        transfers: 1,
        dividends: 7,
        fees: 6,
        corporateActions: 2,
        positions: 10,
        fxRates: 4,
        unclassified: 0,
        problems: [],
      },
    },
    {
      file: 'demo/ibkr-flex.xml',
      format,
      expect: {
        transactions: 10,
        cashMovements: 10,
        dividends: 13,
        fees: 2,
        corporateActions: 1,
        positions: 5,
        unclassified: 0,
        ignored: 0,
        problems: [],
      },
    },
  ],
});
