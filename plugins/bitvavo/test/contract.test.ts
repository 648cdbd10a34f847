import { afterAll, beforeAll, beforeEach } from '@jest/globals';
import { testBroker, throughEmulator } from '@bourse/sdk/testing';
import { emulator } from '../emulator/index.js';
import type { Running } from '../emulator/testing/signed-client.js';
import { plugin } from '../src/plugin.js';

const folder = new URL('..', import.meta.url);
const format = 'bitvavo-history-csv';
const now = '2026-11-20T12:00:00Z';
let running: Running;
let network: ReturnType<typeof throughEmulator>;

beforeAll(async () => {
  running = await emulator.start({ clock: () => Date.parse(now) });
  network = throughEmulator(running, folder);
});

// The cases ask for each list several times within one minute of the clock.
beforeEach(() => running.state.budgets.clear());

afterAll(() => running.close());

testBroker({
  plugin,
  folder,
  connection: { id: 'c1', name: 'Bitvavo' },
  network: (request) => network(request),
  now,
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
