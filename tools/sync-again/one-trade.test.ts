import { afterEach, beforeAll, beforeEach, expect, jest, test } from '@jest/globals';
import { openLedger, type Ledger } from '@bourse/portfolio';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPlugin } from '../emulator/built-plugin.ts';
import type { Provider } from '../emulator/provider.ts';
import { ProviderHost } from '../emulator/provider-host.ts';
import { contentOf } from './ledger-content.ts';
import { liftLimits } from './providers.ts';

/** The day after the last trade of the demo, so that the API, which knows seven days, tells of it too. */
const DAY_AFTER = Date.parse('2024-11-19T15:00:00Z');

// For a machine that is busy with other tests.
jest.setTimeout(300_000);

let folder: string;
let ledger: Ledger;

beforeAll(() => buildPlugin('ibkr'));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bourse-one-trade-'));
  ledger = openLedger(join(folder, 'ledger.db'));
});

afterEach(() => {
  ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

function start(settings: { clientPortal: boolean; flexWebService: boolean }): Promise<ProviderHost> {
  const provider: Provider = {
    plugin: 'ibkr',
    settings,
    clock: () => DAY_AFTER,
    prepare: forgiveClock,
    statement: { name: 'ibkr-flex.xml', format: 'ibkr-flex-xml' },
  };
  return ProviderHost.start(provider);
}

/** The host signs with the time of this machine, which is years later. */
function forgiveClock(scenario: unknown): void {
  liftLimits(scenario);
  const { portal } = scenario as { portal: { clockTolerance: number; tokenLifetime: number } };
  portal.clockTolerance = portal.tokenLifetime = Date.now();
}

/** Trades that count, and how many do not because another way told of them, too. */
function tradesIn(): { counted: string[]; heldBack: number } {
  const trades = contentOf(ledger).filter((line) => line.startsWith('TRANSACTION '));
  const counted = trades.filter((line) => line.endsWith(' counts'));
  return { counted, heldBack: trades.length - counted.length };
}

test('a trade that a file, the Flex Web Service and the Client Portal tell of counts once', async () => {
  await using portal = await start({ clientPortal: true, flexWebService: false });
  await portal.sync(ledger);
  expect(tradesIn()).toEqual({ counted: [expect.anything()], heldBack: 0 });
  await portal.importDemo(ledger);
  const { counted, heldBack } = tradesIn();
  expect([counted.length, heldBack]).toEqual([10, 1]);
  await using service = await start({ clientPortal: false, flexWebService: true });
  await service.sync(ledger);
  expect(tradesIn()).toEqual({ counted, heldBack });
  await portal.sync(ledger);
  expect(tradesIn()).toEqual({ counted, heldBack });
});

test('in the other order it is the same trade', async () => {
  await using both = await start({ clientPortal: true, flexWebService: true });
  await both.importDemo(ledger);
  const { counted } = tradesIn();
  expect(counted).toHaveLength(10);
  await both.sync(ledger);
  expect(tradesIn()).toEqual({ counted, heldBack: 1 });
});
