import type { Attack } from '../../attack.ts';
import { scriptDoing } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { childrenOf } from '../../watch/process-table.ts';
import { LEAKED_REALM } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'kills-a-neighbour',
  aim: "has got out of the compartment and sends a signal to another plugin's process",
  belt: 'powers alone',
  given: LEAKED_REALM,
  control: { belts: { powers: false } },
  build: ({ plugins }) => {
    writePackage(plugins, {
      script: scriptDoing("globalThis.process.kill(Number(query.cursor), 'SIGKILL')"),
    });
  },
  // The numbers of processes are no secret; the test tells the right one, so that nobody else is hit.
  act: (host) => host.strike({ cursor: String(childrenOf(process.pid)[0]?.pid) }),
  harm: ({ deadBystanders }) =>
    deadBystanders.length === 0 ? undefined : `process ${deadBystanders[0]} of the healthy plugin is dead`,
};
