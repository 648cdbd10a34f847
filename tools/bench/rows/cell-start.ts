import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { PluginManager } from '@bourse/core';
import { childrenOf } from '../../security/watch/process-table.ts';
import { alternate, timed } from '../measure/alternate.ts';
import type { Row } from '../row.ts';
import { installPlugins, writePlugins } from '../scene/toy-plugins.ts';

/** What a spare gets to lock itself down before it is needed, in milliseconds. */
const WARMING_MS = 500;

export const cellStart: Row = {
  name: 'cell-start',
  async measure(folder) {
    const [home, plugins] = [join(folder, 'home'), join(folder, 'plugins')];
    const [id = ''] = writePlugins(plugins, 1);
    await installPlugins(home, plugins, [id]);
    const open = (warmSpare: boolean): PluginManager =>
      new PluginManager({ home, folders: [plugins], warmSpare });
    const [cold, warm] = [open(false), open(true)];
    const start = async (manager: PluginManager, pauseMs = 0): Promise<number> => {
      await wait(pauseMs);
      const milliseconds = await timed(() => manager.call(id, 'transaction', 'listTransactions', {}));
      await manager.switch.unload(id);
      return milliseconds;
    };
    const flags = await flagsOfCell(cold, id);
    const empty = join(folder, 'empty.cjs');
    writeFileSync(empty, '');
    const forked = async (): Promise<void> => {
      await once(fork(empty, { execArgv: flags, env: { TZ: 'UTC', LANG: 'C' } }), 'exit');
    };
    const times = await alternate(
      { fork: () => timed(forked), cold: () => start(cold), warm: () => start(warm, WARMING_MS) },
      { rounds: 15 },
    );
    await Promise.all([cold.close(), warm.close()]);
    return [
      {
        name: 'cell-start-cold',
        value: times.cold / times.fork,
        unit: 'x',
        limit: 2.2,
        what: 'from a call to the first answer of its plugin : forking Node with the same flags and an empty script',
      },
      {
        name: 'cell-start-spare',
        value: times.warm / times.fork,
        unit: 'x',
        limit: 0.5,
        what: 'the same with one warm spare : the same',
      },
      { name: 'cell-start-cold.cell', value: times.cold, unit: 'ms', what: 'cold' },
      { name: 'cell-start-spare.cell', value: times.warm, unit: 'ms', what: 'from a spare' },
      { name: 'cell-start-cold.fork', value: times.fork, unit: 'ms', what: 'forking Node' },
    ];
  },
};

/** The flags that Node is started with in a cell, as the system shows them. */
async function flagsOfCell(manager: PluginManager, id: string): Promise<string[]> {
  await manager.switch.load(id);
  const commands = childrenOf(process.pid).map(({ pid }) =>
    readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0'),
  );
  const command = commands.find((words) => words.some((word) => word.endsWith('guest.cjs'))) ?? [];
  await manager.switch.unload(id);
  return command.filter((word) => word.startsWith('--') && !word.startsWith('--pdeathsig'));
}
