import { join } from 'node:path';
import { PluginManager } from '@bourse/core';
import { alternate, inARow } from '../measure/alternate.ts';
import type { Row } from '../row.ts';
import { forkResponder, spawnEcho } from '../scene/echo-process.ts';
import { installPlugins, writePlugins } from '../scene/toy-plugins.ts';

/** Calls in a row that one run is made of. */
const CALLS = 1_000;

/** What is asked: about 1 KB, the opaque position in a list. */
const QUESTION = { cursor: 'x'.repeat(1_000) };

export const oneCall: Row = {
  name: 'call',
  async measure(folder) {
    const [home, plugins] = [join(folder, 'home'), join(folder, 'plugins')];
    const [id = ''] = writePlugins(plugins, 1);
    await installPlugins(home, plugins, [id]);
    const manager = new PluginManager({ home, folders: [plugins] });
    const ask = (): Promise<unknown> => manager.call(id, 'transaction', 'listTransactions', QUESTION);
    const answer = await ask();
    const [ipc, pipe] = [forkResponder(folder, answer), spawnEcho(folder)];
    const times = await alternate(
      {
        ipc: inARow(CALLS, () => ipc.ask(QUESTION)),
        pipe: inARow(CALLS, () => pipe.ask(QUESTION)),
        manager: inARow(CALLS, ask),
      },
      { rounds: 15, warmUp: 5 },
    );
    await Promise.all([ipc.stop(), pipe.stop(), manager.close()]);
    return [
      {
        name: 'call',
        value: times.manager / times.ipc,
        unit: 'x',
        limit: 1.3,
        what: 'a call of 1 KB through the manager, its answer of 1 KB checked : the same question and answer over the process channel of Node',
      },
      { name: 'call.manager', value: each(times.manager), unit: 'µs', what: 'through the manager' },
      { name: 'call.ipc', value: each(times.ipc), unit: 'µs', what: 'over the process channel of Node' },
      {
        name: 'call.pipe',
        value: each(times.pipe),
        unit: 'µs',
        what: '1 KB there and back over two bare pipes, as bytes',
      },
    ];
  },
};

function each(milliseconds: number): number {
  return (milliseconds / CALLS) * 1_000;
}
