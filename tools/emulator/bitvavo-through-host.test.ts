import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { openLedger, syncConnections, type Ledger } from '@bourse/portfolio';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPlugin } from './built-plugin.ts';
import { ProviderHost } from './provider-host.ts';

const BITCOIN = { kind: 'CRYPTO', name: 'BTC', symbol: 'BTC' };

let host: ProviderHost;

beforeAll(async () => {
  buildPlugin('bitvavo');
  host = await ProviderHost.start({
    plugin: 'bitvavo',
    settings: {},
    statement: { name: 'bitvavo-history.csv', format: 'bitvavo-history-csv' },
  });
});

afterAll(() => host[Symbol.asyncDispose]());

test('the recipes of the manifest sign requests and frames as the institution accepts them', async () => {
  const { manager, running } = host;
  const quote = await manager.connections.use('bitvavo', async (session) => {
    const positions = await session.call('portfolio', 'listPositions', {});
    expect(positions).toMatchObject({ items: { length: 6 } });
    const quotes = session.watch('stream', 'subscribeQuotes', { instruments: [BITCOIN] });
    const first = quotes.next();
    while (!running.journal.frames.some(({ data }) => String(data).includes('"subscribed"')))
      await new Promise((resolve) => setImmediate(resolve));
    (running.state as { feed: { tick(market: string, price: string): void } }).feed.tick('BTC-EUR', '81300');
    const { value } = await first;
    await quotes.return();
    return value;
  });
  expect(quote).toMatchObject({ instrument: BITCOIN, last: '81300', currency: 'EUR' });
  const signed = running.journal.entries.filter(({ path }) => /balance|stakingBalance/i.test(path));
  expect(new Set(signed.map(({ verdict }) => verdict.signature))).toEqual(new Set(['valid']));
  expect(running.journal.frames.some(({ data }) => String(data).includes('"authenticated":true'))).toBe(true);
  running.journal.expectClean();
});

describe('file and API in one ledger', () => {
  let folder: string;
  let ledger: Ledger;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'bourse-bitvavo-'));
    ledger = openLedger(join(folder, 'ledger.db'));
  });

  afterEach(() => {
    ledger.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test.each([
    ['the file, then the API', [importFile, sync]],
    ['the API, then the file', [sync, importFile]],
    ['the API, the file and the API again', [sync, importFile, sync]],
  ])('%s: every record once, and none is revised', async (_, steps) => {
    for (const step of steps) await step(ledger);
    const { entries, duplicates } = ledger.read();
    const bookings = entries.filter(({ kind }) => kind !== 'POSITION');
    expect(bookings).toHaveLength(22 + 13 + 17);
    expect(duplicates).toEqual([]);
    const counts = ledger.listImports().map(({ revised }) => revised);
    expect(new Set(counts)).toEqual(new Set([0]));
  });
});

async function sync(ledger: Ledger): Promise<void> {
  const { connections } = host.manager;
  const [done] = await syncConnections(['bitvavo'], { connections, ledger, isFull: true });
  expect(done?.problem).toBeUndefined();
  expect(done?.lists.map(({ failure, unclassified }) => [failure, unclassified])).toEqual(
    Array(5).fill([undefined, 0]),
  );
}

function importFile(ledger: Ledger): Promise<void> {
  return host.importDemo(ledger);
}
