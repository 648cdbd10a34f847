import type { Attack } from '../../attack.ts';
import { scriptLeaking } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { LEAKED_REALM } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'reads-a-stack',
  aim: 'learns from the stack of an error where the runtime of its cell is installed',
  belt: 'realm',
  control: LEAKED_REALM,
  build: ({ plugins }) =>
    void writePackage(plugins, {
      script: scriptLeaking("(new Error('x').stack ?? '').replace(/\\s+/g, ' ')"),
    }),
  harm: ({ answer }) =>
    JSON.stringify(answer ?? '').includes('guest.cjs') ? 'the plugin knows the path of the guest' : undefined,
};
