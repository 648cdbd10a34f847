import { expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { emulatorFiles } from '../emulator/plugin-emulators.ts';
import { ROOT } from '../root.ts';

interface Line {
  readonly agrees: boolean;
}

interface Synced {
  readonly connectionId: string;
  readonly environment: string;
  readonly problem?: unknown;
  readonly lists: readonly { name: string; new: number; known: number; failure?: unknown }[];
  readonly reconciliations: readonly { cash: readonly Line[]; positions?: readonly Line[] }[];
}

interface Demo {
  readonly imports: readonly { plugin: string; problems: readonly unknown[] }[];
  readonly syncs: readonly Synced[];
  readonly portfolio: { readonly positions: readonly { institution: string; accountId: string }[] };
}

/** For a machine that is busy with other tests. */
const PATIENCE_MS = 300_000;

test(
  'npm start syncs with every emulator, has what statements told before once, and leaves nothing of the emulators',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bourse-start-'));
    const { syncs, imports, portfolio } = await start(folder);
    expect(syncs.map(({ connectionId }) => connectionId).sort()).toEqual(
      [...emulatorFiles(ROOT).keys()].sort(),
    );
    for (const sync of syncs) {
      expect(sync).toMatchObject({ environment: 'development' });
      expect([sync.connectionId, sync.problem, sync.lists.filter(({ failure }) => failure)]).toEqual([
        sync.connectionId,
        undefined,
        [],
      ]);
      const lines = sync.reconciliations.flatMap(({ cash, positions = [] }) => [...cash, ...positions]);
      expect([sync.connectionId, lines.filter(({ agrees }) => !agrees)]).toEqual([sync.connectionId, []]);
    }
    const withStatement = new Set(imports.map(({ plugin }) => plugin));
    const twice = syncs.filter(({ connectionId }) => withStatement.has(connectionId));
    expect(twice.length).toBeGreaterThan(2);
    for (const { connectionId, lists } of twice)
      expect([connectionId, lists.reduce((sum, { known }) => sum + known, 0) > 40]).toEqual([
        connectionId,
        true,
      ]);
    const { positions } = portfolio;
    const accounts = new Set(positions.map(({ institution, accountId }) => `${institution} ${accountId}`));
    expect(accounts.size).toBe(new Set(positions.map(({ institution }) => institution)).size);
    expect(readdirSync(folder).filter((name) => !name.startsWith('bourse-demo-'))).toEqual([]);
    rmSync(folder, { recursive: true });
  },
  PATIENCE_MS,
);

async function start(folder: string): Promise<Demo> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(ROOT, 'tools', 'launch.mjs'), 'tools/start/start.mjs', '--json'],
    { env: { ...process.env, TMPDIR: folder }, maxBuffer: 64 * 1024 * 1024 },
  );
  const demo: Demo = JSON.parse(stdout);
  return demo;
}
