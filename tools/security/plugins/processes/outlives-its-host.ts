import { setTimeout as wait } from 'node:timers/promises';
import type { Attack } from '../../attack.ts';
import { scriptDoing } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { findProcess } from '../../watch/process-table.ts';
import type { Watch } from '../../watch/watch.ts';

export const attack: Attack = {
  name: 'outlives-its-host',
  aim: 'goes on computing when its host was killed, in a loop that reads no pipe',
  belt: 'the orphan guard',
  control: { belts: { orphanGuard: false } },
  limits: { callMs: 60_000 },
  endsHost: true,
  build: ({ plugins }) => void writePackage(plugins, { script: scriptDoing('for (;;);') }),
  harm: killHost,
};

/** Kills the host while the plugin computes, then looks whether the plugin still does. */
async function killHost(watch: Watch): Promise<string | undefined> {
  const busy = watch.cells.find(({ cpuMs }) => cpuMs > 400);
  if (busy === undefined) return undefined;
  watch.host.kill();
  await watch.host.ended;
  await wait(500);
  const orphan = findProcess(busy.pid);
  return orphan === undefined ? undefined : `process ${busy.pid} goes on without its host`;
}
