import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { PluginManager } from '@bourse/core';
import { openLedger, syncConnections, type Ledger } from '@bourse/portfolio';
import { execFileSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Emulator, RunningEmulator } from '@bourse/sdk/emulator';
import { ROOT } from '../root.ts';
import { emulatorFiles } from './plugin-emulators.ts';

const BITCOIN = { kind: 'CRYPTO', name: 'BTC', symbol: 'BTC' };

let folder: string;
let running: RunningEmulator<unknown, unknown>;
let manager: PluginManager;

beforeAll(async () => {
  const source = join(ROOT, 'plugins', 'bitvavo');
  const build = join(ROOT, 'packages', 'sdk', 'bin', 'bourse-plugin.js');
  execFileSync(process.execPath, [build, 'build'], { cwd: source });
  folder = mkdtempSync(join(tmpdir(), 'bourse-bitvavo-'));
  const plugin = join(folder, 'plugins', 'bitvavo');
  mkdirSync(plugin, { recursive: true });
  for (const name of ['dist', 'package.json', 'plugin.json'])
    cpSync(join(source, name), join(plugin, name), { recursive: true });
  const { emulator }: { emulator: Emulator<unknown, unknown> } = await import(
    emulatorFiles(ROOT).get('bitvavo') ?? ''
  );
  running = await emulator.start();
  const { home, folders } = { home: join(folder, 'home'), folders: [join(folder, 'plugins')] };
  manager = new PluginManager({ home, folders, vault: { keychain: false } });
  await manager.installer.approve('bitvavo');
  await manager.connections.add({
    plugin: 'bitvavo',
    credentials: running.credentials,
    origins: running.origins,
  });
});

afterAll(async () => {
  await manager.close();
  await running.close();
  rmSync(folder, { recursive: true, force: true });
});

test('the recipes of the manifest sign requests and frames as the institution accepts them', async () => {
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
  let ledger: Ledger;

  beforeEach(() => {
    ledger = openLedger(join(folder, `${randomUUID()}.db`));
  });

  afterEach(() => ledger.close());

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
  const { connections } = manager;
  const [done] = await syncConnections(['bitvavo'], { connections, ledger, isFull: true });
  expect(done?.problem).toBeUndefined();
  expect(done?.lists.map(({ failure, unclassified }) => [failure, unclassified])).toEqual(
    Array(5).fill([undefined, 0]),
  );
}

async function importFile(ledger: Ledger): Promise<void> {
  const bytes = readFileSync(join(ROOT, 'plugins', 'bitvavo', 'demo', 'bitvavo-history.csv'));
  const name = 'bitvavo-history.csv';
  const reading = manager.reader.readStatement('bitvavo', {
    format: 'bitvavo-history-csv',
    name,
    size: bytes.length,
    content: Readable.from([bytes]),
  });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { plugin, institution, format, channel } = reading.origin;
  using session = ledger.beginImport({
    file: { name, sha256, size: bytes.length },
    format,
    plugin,
    institution,
    channel,
  });
  for await (const part of reading.parts()) session.add(part);
  session.commit(reading.end());
}
