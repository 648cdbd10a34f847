import { afterAll, beforeAll } from '@jest/globals';
import { testDataProvider } from '@bourse/sdk/testing';
import { emulator } from '../emulator/index.js';
import { plugin } from '../src/plugin.js';
import { networkOf, type Running } from './through-emulator.js';

let running: Running;
let network: ReturnType<typeof networkOf>;

beforeAll(async () => {
  running = await emulator.start();
  network = networkOf(running);
});

afterAll(() => running.close());

testDataProvider({
  plugin,
  folder: new URL('..', import.meta.url),
  connection: { id: 'c1', name: 'main account' },
  network: (request) => network(request),
  rates: [{ base: 'EUR', quote: 'USD', rate: '1.085', source: 'REFERENCE', date: '2024-02-29' }],
});
