import { join } from 'node:path';
import { PluginManager } from '@bourse/core';
import { alternate, timed } from '../measure/alternate.ts';
import type { Row } from '../row.ts';
import { runBourse } from '../scene/run-bourse.ts';
import { installPlugins, writePlugins } from '../scene/toy-plugins.ts';

const PLUGINS = 50;

/** A run takes a fifth of a second, of which what is measured is a small part: it takes many to tell. */
const ROUNDS = { rounds: 21, warmUp: 2 };

interface Host {
  readonly home: string;
  readonly plugins: string;
}

export const startUp: Row = {
  name: 'start-up',
  async measure(folder) {
    const full = { home: join(folder, 'full'), plugins: join(folder, 'plugins') };
    const empty = { home: join(folder, 'empty'), plugins: join(folder, 'no-plugins') };
    await installPlugins(full.home, full.plugins, writePlugins(full.plugins, PLUGINS));
    const command = (host: Host) => async (): Promise<number> =>
      (await runBourse(['plugins'], { BOURSE_HOME: host.home, BOURSE_PLUGINS: host.plugins })).milliseconds;
    const open = (host: Host) => (): Promise<number> =>
      timed(() => new PluginManager({ home: host.home, folders: [host.plugins] }).close());
    const { with50, without } = await alternate({ with50: command(full), without: command(empty) }, ROUNDS);
    const opened = await alternate({ with50: open(full), without: open(empty) }, ROUNDS);
    return [
      {
        name: 'start-up',
        value: with50 / without,
        unit: 'x',
        limit: 1.15,
        what: `bourse plugins, which looks at ${PLUGINS} installed plugins : the same without any`,
      },
      { name: 'start-up.with', value: with50, unit: 'ms', what: `with ${PLUGINS}` },
      { name: 'start-up.without', value: without, unit: 'ms', what: 'without any' },
      {
        name: 'start-up-open',
        value: opened.with50 / opened.without,
        unit: 'x',
        limit: 1.15,
        what: 'opening and closing a PluginManager : the same without any',
      },
      { name: 'start-up-open.with', value: opened.with50, unit: 'ms', what: `with ${PLUGINS}` },
      { name: 'start-up-open.without', value: opened.without, unit: 'ms', what: 'without any' },
    ];
  },
};
