import { mkdtempSync, readFileSync, rmSync, cpSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ManagerOptions } from '@bourse/core';
import type { CellJob } from './cell-job.ts';
import type { Core, Manager } from './load-core.ts';

type Internals = NonNullable<ConstructorParameters<Core['PluginManager']>[1]>;

/** A host on one core that knows one plugin. */
export interface Host extends AsyncDisposable {
  readonly manager: Manager;
}

export type Network = NonNullable<ManagerOptions['network']>;

/** @param network What the plugin reaches. Default: nothing. */
export async function openHost(
  core: Core,
  job: Omit<CellJob, 'task' | 'items'>,
  network: Network = () => undefined,
): Promise<Host> {
  const folder = mkdtempSync(join(tmpdir(), 'bourse-matrix-'));
  const plugins = job.pinned === undefined ? job.plugins : pin(job, join(folder, 'plugins'));
  const manager = new core.PluginManager(
    {
      home: join(folder, 'home'),
      folders: [plugins],
      vault: { keychain: false },
      now: () => job.now,
      network,
    },
    await internalsOf(core, job),
  );
  return {
    manager,
    async [Symbol.asyncDispose]() {
      await manager.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function internalsOf(core: Core, { serving }: Pick<CellJob, 'serving'>): Promise<Internals> {
  if (serving === 'served') return {};
  const { NEXT_CONTRACT } = await import('../next-contract/next-contract.ts');
  return { contracts: serving === 'alone' ? [NEXT_CONTRACT] : [...core.SERVED_CONTRACTS, NEXT_CONTRACT] };
}

/** A copy of the package whose manifest claims another range; everything else is as it was. */
function pin({ plugins, id, pinned }: Pick<CellJob, 'plugins' | 'id' | 'pinned'>, folder: string): string {
  cpSync(plugins, folder, { recursive: true });
  const file = join(folder, id, 'dist', 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as object;
  writeFileSync(file, JSON.stringify({ ...manifest, api: pinned }));
  return folder;
}
