import type { Attack } from '../../attack.ts';
import { builtin, scriptDoing } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { LEAKED_REALM } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'raises-its-priority',
  aim: 'has got out of the compartment and takes precedence over its host',
  belt: 'powers alone',
  given: LEAKED_REALM,
  control: { belts: { powers: false } },
  build: ({ plugins }) => {
    writePackage(plugins, { script: scriptDoing(`${builtin('os')}.setPriority(globalThis.process.pid, 5)`) });
  },
  harm: ({ cells }) => {
    const [raised] = cells.filter(({ nice, cpuMs }) => nice === 5 && cpuMs > 0);
    return raised === undefined ? undefined : `process ${raised.pid} has taken priority ${raised.nice}`;
  },
};
