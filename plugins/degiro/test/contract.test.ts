import { testBroker } from '@bourse/sdk/testing';
import { afterAll } from '@jest/globals';
import { emulator } from '../emulator/index.js';
import { plugin } from '../src/plugin.js';
import { TestWire } from './test-wire.js';

// One session for all cases, in which the clock stands now here, now there.
const running = await emulator.start({ clock: () => Date.now() });
running.scenario.idleMilliseconds = Infinity;
running.state.sessions.set('session-of-the-test', { id: 'session-of-the-test', lastSeen: 0 });
const wire = new TestWire(running);
wire.vault.set('capture session', 'session-of-the-test');

afterAll(() => running.close());

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
  connection: { id: 'degiro-1', name: 'DEGIRO' },
  network: wire.script,
  now: '2026-11-22T10:15:00Z',
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
