import type { Attack } from '../../attack.ts';
import { scriptDoing } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { hostEnded } from '../../watch/harms.ts';
import { LEAKED_REALM } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'exits',
  aim: 'has got out of the compartment and ends the process that it runs in',
  belt: 'a process of its own',
  given: LEAKED_REALM,
  control: { inline: true },
  build: ({ plugins }) => void writePackage(plugins, { script: scriptDoing('globalThis.process.exit(0)') }),
  harm: hostEnded,
};
