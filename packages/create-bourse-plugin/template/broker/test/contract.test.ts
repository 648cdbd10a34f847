//#if network
import { afterAll, beforeAll } from '@jest/globals';
//#end
import { testBroker } from '@bourse/sdk/testing';
//#if network
import { emulator } from '../emulator/index.js';
//#end
import { plugin } from '../src/plugin.js';
//#if network
import { networkOf, type Running } from './through-emulator.js';

let running: Running;
let network: ReturnType<typeof networkOf>;

beforeAll(async () => {
  running = await emulator.start();
  network = networkOf(running);
});

afterAll(() => running.close());
//#end

testBroker({
  plugin,
  folder: new URL('..', import.meta.url),
  //#if statement
  fixtures: [
    {
      file: 'fixtures/account.csv',
      format: 'acme-account-csv',
      expect: { rowsTotal: 5, transactions: 2, cashMovements: 1, fees: 1, ignored: 1, unclassified: 0 },
    },
    {
      file: 'fixtures/unreadable-row.csv',
      format: 'acme-account-csv',
      expect: { rowsTotal: 3, cashMovements: 1, unclassified: 2, problems: ['ROW_MALFORMED'] },
    },
  ],
  //#end
  //#if network
  connection: { id: 'c1', name: 'main account' },
  network: (request) => network(request),
  //#end
});
