/** What is asked of the services that list no records. */
type Asked = readonly [service: string, method: string, request: object];

const bars = (instrument: object, interval: string): Asked => [
  'history',
  'listBars',
  { instrument, interval, from: '2026-10-19T00:00:00Z', to: '2026-10-22T00:00:00Z' },
];

function market(instrument: object, interval = 'P1D'): Asked[] {
  return [
    ['quote', 'getQuotes', { instruments: [instrument] }],
    bars(instrument, interval),
    ['stream', 'subscribeQuotes', { instruments: [instrument] }],
  ];
}

/** By plugin. */
export const REQUESTS: Readonly<Record<string, readonly Asked[]>> = {
  bitvavo: market({ kind: 'CRYPTO', name: 'BTC', symbol: 'BTC' }, 'PT1H'),
  alpaca: market({ kind: 'EQUITY', name: 'AAPL', symbol: 'AAPL', currency: 'USD' }),
  ibkr: market({ kind: 'EQUITY', name: 'Apple', brokerId: '265598' }),
  degiro: market({ kind: 'EQUITY', name: 'Harbor Robotics', isin: 'US4109971048' }),
  'ecb-rates': [['rates', 'listFxRates', { since: '2026-11-02', until: '2026-11-20' }]],
};
