import type { Provider } from '../emulator/provider.ts';

/** Holds what is traded in several currencies. */
export const BROKER_ABROAD: Provider = {
  plugin: 'degiro',
  settings: {},
  statement: { name: 'degiro-account.csv', format: 'degiro-account-csv', accountName: '41008277' },
};

export const RATES: Provider = { plugin: 'ecb-rates', settings: {} };

export const BROKERS: readonly Provider[] = [
  { plugin: 'alpaca', settings: {}, clock: stillClock() },
  {
    plugin: 'bitvavo',
    settings: {},
    statement: { name: 'bitvavo-history.csv', format: 'bitvavo-history-csv' },
  },
  BROKER_ABROAD,
  {
    plugin: 'ibkr',
    settings: { clientPortal: true },
    prepare: liftLimits,
    statement: { name: 'ibkr-flex.xml', format: 'ibkr-flex-xml' },
  },
];

/** Prices follow the clock. */
function stillClock(): () => number {
  const now = Date.now();
  return () => now;
}

/** The Flex web service takes one request a second, which two syncs in a row would wait for. */
export function liftLimits(scenario: unknown): void {
  const { flex } = scenario as { flex: { limits: { perSecond: number; perMinute: number } } };
  flex.limits = { perSecond: 100, perMinute: 100 };
}
