import type { Attack } from '../../attack.ts';

import { setPriority } from 'node:os';
import { HOSTILE } from '../../scene/scene.ts';
import { scriptDoing } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { childrenOf } from '../../watch/process-table.ts';
import type { Watch } from '../../watch/watch.ts';

/** More than a quarter of a core over {@link WATCHED_MS}. */
const STOLEN_MS = 4_500;

/** The host looks every second at the last ten: by then it has looked. */
const WATCHED_MS = 15_000;

export const attack: Attack = {
  name: 'computes-between-calls',
  aim: 'answers at once and then uses the processor for itself, as a miner would',
  belt: 'cpuWatch',
  control: { belts: { cpuWatch: false } },
  settleMs: WATCHED_MS + 3_000,
  build: ({ plugins }) => {
    const mine =
      'const mine = () => { for (let n = 0; n < 1e8; n += 1); setTimeout(mine, 1); }; setTimeout(mine, 1)';
    writePackage(plugins, { script: scriptDoing(mine) });
  },
  act: async (host) => {
    const before = new Set(childrenOf(process.pid).map(({ pid }) => pid));
    await host.strike();
    for (const { pid } of childrenOf(process.pid)) if (!before.has(pid)) prefer(pid);
    return host.manager.info(HOSTILE).state;
  },
  harm: ({ cells: [cell], sinceOutcomeMs }: Watch) =>
    cell !== undefined && sinceOutcomeMs > WATCHED_MS && cell.cpuMs > STOLEN_MS
      ? `process ${cell.pid} has used ${cell.cpuMs} ms of a processor and goes on`
      : undefined,
};

/** On a busy machine a process of low priority would get too little to be noticed. Takes the rights of an administrator. */
function prefer(pid: number): void {
  try {
    setPriority(pid, -5);
  } catch {
    return;
  }
}
