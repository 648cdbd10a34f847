import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { HostDatabase } from '../store/index.js';
import { bundleProgram } from '../testing/bundle-program.js';
import { AuditLog } from './audit-log.js';
import { readAudit } from './read-audit.js';

const KEY = 'ab'.repeat(32);
const folder = mkdtempSync(join(tmpdir(), 'bourse-killed-'));
const program = join(folder, 'host.mjs');

beforeAll(() => bundleProgram(new URL('./fixtures/killed-host.ts', import.meta.url), program));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs a host until it has said so many entries, kills it, and gives all that it said. */
async function runAndKill(home: string, entries: number): Promise<string[]> {
  const host = spawn(process.execPath, [program, home, KEY], { stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = once(host, 'exit');
  const said: string[] = [];
  for await (const line of createInterface(host.stdout)) {
    said.push(line);
    if (said.length === entries) host.kill('SIGKILL');
  }
  await gone;
  return said;
}

test('hosts that write at once and are killed leave every entry that was confirmed, and no sign of tampering', async () => {
  const home = join(folder, 'home');
  const said = (
    await Promise.all(
      [1, 12, 40].map(async (first) => [
        ...(await runAndKill(home, first)),
        ...(await runAndKill(home, first + 33)),
      ]),
    )
  ).flat();
  const database = new HostDatabase(join(home, 'host.db'));
  const log = new AuditLog({ folder: join(home, 'audit'), database, key: Buffer.from(KEY, 'hex') });
  expect(await log.verify()).toMatchObject({ isIntact: true });
  await log.append({ kind: 'order', action: 'test', clientOrderId: 'last' });
  expect(await log.verify()).toMatchObject({ isIntact: true, findings: [] });
  await log.close();
  database.close();
  const written = [...readAudit(join(home, 'audit'))].flatMap(({ entry }) =>
    entry.kind === 'order' ? [entry.clientOrderId] : [],
  );
  expect(said.length).toBeGreaterThan(200);
  expect(new Set(written)).toEqual(new Set([...written, ...said]));
  expect(new Set(written).size).toBe(written.length);
});
