import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunDescription } from '@bourse/sdk/emulator';
import type { InstalledBourse } from '../place/installed-bourse.ts';
import { startEmulator } from '../place/running-emulator.ts';
import { factsOf, type PluginFacts } from './plugin-facts.ts';
import type { Trial } from './trial.ts';

interface Synced {
  readonly connections: readonly {
    readonly problem?: unknown;
    readonly lists: readonly { readonly new: number; readonly rates?: number; readonly failure?: unknown }[];
  }[];
}

/** Connects to the plugin's own emulator and takes over what that tells. */
export async function syncThroughEmulator({ folder, bourse, recordSource }: Trial): Promise<void> {
  const facts = factsOf(folder);
  if (facts.type === 'data-provider') await addRecords(bourse, recordSource);
  await using emulator = await startEmulator(folder);
  await connect(bourse, facts, emulator.description);
  const { connections }: Synced = JSON.parse(await bourse.run('sync', '--json'));
  const lists = connections.flatMap(({ lists }) => lists);
  const wrong = [...connections.map(({ problem }) => problem), ...lists.map(({ failure }) => failure)].filter(
    (each) => each !== undefined,
  );
  if (wrong.length > 0) throw new Error(`The sync says ${JSON.stringify(wrong)}.`);
  if (!lists.some((list) => list.new > 0 || (list.rates ?? 0) > 0))
    throw new Error('The sync brought nothing.');
}

/** Data are brought only for records that have a use for them. */
async function addRecords(bourse: InstalledBourse, recordSource: string): Promise<void> {
  const { id } = factsOf(recordSource);
  await bourse.run('plugins', 'add', recordSource);
  await bourse.run('plugins', 'approve', id, '--yes');
  await bourse.run('import', '--plugin', id);
}

async function connect(
  bourse: InstalledBourse,
  { id, network = [] }: PluginFacts,
  { origins, credentials }: RunDescription,
): Promise<void> {
  const file = join(bourse.home, 'test-credentials.json');
  writeFileSync(file, JSON.stringify(credentials), { mode: 0o600 });
  const reached = new Set(network.map(({ origin }) => origin));
  const development = Object.entries(origins)
    .filter(([origin]) => reached.has(origin))
    .flatMap(([origin, url]) => ['--development', `${origin}=${url}`]);
  const given = Object.keys(credentials).length === 0 ? [] : ['--credentials', file];
  await bourse.run('connect', id, ...development, ...given);
}
