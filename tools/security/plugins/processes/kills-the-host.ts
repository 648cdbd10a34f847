import type { Attack } from '../../attack.ts';
import { scriptDoing } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { hostEnded } from '../../watch/harms.ts';
import { LEAKED_REALM } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'kills-the-host',
  aim: 'has got out of the compartment and sends its host a signal, which the permission model does not deny',
  belt: 'powers alone',
  given: LEAKED_REALM,
  control: { belts: { powers: false } },
  build: ({ plugins }) =>
    void writePackage(plugins, {
      script: scriptDoing("globalThis.process.kill(globalThis.process.ppid, 'SIGKILL')"),
    }),
  harm: hostEnded,
};
