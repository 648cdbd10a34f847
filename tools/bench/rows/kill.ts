import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { PluginManager } from '@bourse/core';
import { childrenOf, findProcess } from '../../security/watch/process-table.ts';
import { median } from '../measure/median.ts';
import type { Row } from '../row.ts';
import { HANGING_SCRIPT, installPlugins, writePlugins } from '../scene/toy-plugins.ts';

const ROUNDS = 11;

/** Milliseconds after which a silent cell counts as hung, and those that a call may take. */
const UNRESPONSIVE_MS = 200;
const DEADLINE_MS = 500;

const DAY_MS = 86_400_000;

export const kill: Row = {
  name: 'kill',
  async measure(folder) {
    const [home, plugins] = [join(folder, 'home'), join(folder, 'plugins')];
    const [id = ''] = writePlugins(plugins, 1, HANGING_SCRIPT);
    await installPlugins(home, plugins, [id]);
    const times: number[] = [];
    const manager = new PluginManager({
      home,
      folders: [plugins],
      limits: { unresponsiveMs: UNRESPONSIVE_MS },
      // Each round is a day later, when what crashed before is forgotten and the cell may start again.
      now: () => Date.now() + times.length * DAY_MS,
    });
    while (times.length < ROUNDS) times.push(await killHung(manager, id));
    await manager.close();
    const what = 'from the deadline of a call whose cell hangs to the end of its process';
    return [
      { name: 'kill', value: median(times), unit: 'ms', limit: 50, what },
      { name: 'kill.slowest', value: Math.max(...times), unit: 'ms', what: `the slowest of ${ROUNDS}` },
    ];
  },
};

async function killHung(manager: PluginManager, id: string): Promise<number> {
  await manager.switch.load(id);
  const [cell] = childrenOf(process.pid);
  if (cell === undefined) throw new Error('the cell is not among the processes');
  const deadline = performance.now() + DEADLINE_MS;
  const call = manager.call(id, 'transaction', 'listTransactions', {}, { deadlineMs: DEADLINE_MS });
  const failed = call.then(
    () => Promise.reject(new Error('a hung cell answered')),
    () => undefined,
  );
  while (findProcess(cell.pid) !== undefined) await wait(1);
  const gone = performance.now();
  await failed;
  while (manager.stateOf(id) === 'active') await wait(1);
  return gone - deadline;
}
