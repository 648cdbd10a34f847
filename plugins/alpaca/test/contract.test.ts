import { afterAll, beforeAll } from '@jest/globals';
import { testBroker } from '@bourse/sdk/testing';
import { emulator } from '../emulator/index.js';
import { getWithKeys, type RunningAlpaca } from '../emulator/testing/keyed-client.js';
import { plugin } from '../src/plugin.js';
import { settings } from '../src/settings.js';

const now = '2026-11-20T20:00:00Z';
let running: RunningAlpaca;

beforeAll(async () => {
  running = await emulator.start({ clock: () => Date.parse(now) });
  // The cases ask for each list several times within one minute of the clock.
  running.scenario.requestsPerMinute = 10_000;
});

afterAll(() => running.close());

testBroker({
  plugin,
  folder: new URL('..', import.meta.url),
  settings: settings.parse({}),
  connection: { id: 'c1', name: 'Alpaca' },
  network: async ({ url }) => {
    const { status, body } = await getWithKeys(running, url.href);
    return { status, body };
  },
  now,
});
