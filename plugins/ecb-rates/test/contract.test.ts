import { afterAll, beforeAll, describe } from '@jest/globals';
import { testDataProvider } from '@bourse/sdk/testing';
import { emulator, tellRates } from '../emulator/index.js';
import { plugin } from '../src/plugin.js';

const REAL_FETCH = globalThis.fetch;

/** A Friday, after the rates of the day were published. */
const NOW = '2026-11-20T16:30:00Z';

const SCENARIO = tellRates('2024-12-01', '2026-11-30');

let running: Awaited<ReturnType<typeof emulator.start>>;

beforeAll(async () => {
  running = await emulator.start({ clock: () => Date.parse(NOW), scenario: SCENARIO });
});

afterAll(() => running.close());

describe.each(['csv', 'xml'] as const)('%s', (format) => {
  testDataProvider({
    plugin,
    folder: new URL('..', import.meta.url),
    settings: { format },
    network: async ({ url, method }) => {
      const answer = await REAL_FETCH(`${running.origins[url.origin] ?? ''}${url.pathname}`, { method });
      return { status: answer.status, body: new Uint8Array(await answer.arrayBuffer()) };
    },
    now: NOW,
    rates: ratesOf('2026-11-20', '2026-11-10', '2025-12-30'),
  });
});

/** What the scenario says of the dollar: in the file of the day, in that of three months and in that of all days. */
function ratesOf(...dates: readonly string[]) {
  return dates.map((date) => {
    const rate = SCENARIO.days.find((day) => day.date === date)?.rates.USD ?? '';
    return { base: 'EUR', quote: 'USD', rate, source: 'REFERENCE' as const, date };
  });
}
