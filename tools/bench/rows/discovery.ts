import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { PluginManager } from '@bourse/core';
import { alternate, timed } from '../measure/alternate.ts';
import type { Row } from '../row.ts';
import { writePlugins } from '../scene/toy-plugins.ts';

const MANIFESTS = 1_000;

/** A file that was written a moment ago is read again, since it may change once more without a trace; in milliseconds. */
const SETTLED_MS = 100;

export const discovery: Row = {
  name: 'discovery',
  async measure(folder) {
    const plugins = join(folder, 'plugins');
    const ids = writePlugins(plugins, MANIFESTS);
    await wait(SETTLED_MS);
    let homes = 0;
    const listIn = (home: string) => async (): Promise<number> => {
      const manager = new PluginManager({ home: join(folder, home), folders: [plugins] });
      const milliseconds = await timed(() => expectAll(manager.list()));
      await manager.close();
      return milliseconds;
    };
    const { read, cold, unchanged } = await alternate({
      read: () => timed(() => readManifests(plugins, ids)),
      cold: () => listIn(`home-${(homes += 1)}`)(),
      unchanged: listIn('home'),
    });
    const compared = `${MANIFESTS} manifests and their package.json`;
    return [
      {
        name: 'discovery-cold',
        value: cold / read,
        unit: 'x',
        limit: 3,
        what: `listing ${compared} for the first time : reading and parsing the same files`,
      },
      {
        name: 'discovery-unchanged',
        value: unchanged / read,
        unit: 'x',
        limit: 1.5,
        what: 'listing them again : the same',
      },
      { name: 'discovery-cold.list', value: cold, unit: 'ms', what: 'listing for the first time' },
      { name: 'discovery-unchanged.list', value: unchanged, unit: 'ms', what: 'listing again' },
      { name: 'discovery-cold.read', value: read, unit: 'ms', what: 'reading and parsing' },
    ];
  },
};

function expectAll(plugins: readonly { readonly state: string }[]): void {
  const listed = plugins.filter(({ state }) => state === 'waiting').length;
  if (listed !== MANIFESTS) throw new Error(`${listed} of ${MANIFESTS} plugins were listed as they are`);
}

function readManifests(folder: string, ids: readonly string[]): void {
  for (const id of ids) {
    JSON.parse(readFileSync(join(folder, id, 'package.json'), 'utf8'));
    JSON.parse(readFileSync(join(folder, id, 'dist', 'manifest.json'), 'utf8'));
  }
}
