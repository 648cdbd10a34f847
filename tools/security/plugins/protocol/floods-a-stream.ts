import type { Attack } from '../../attack.ts';
import { FORGERY, scriptWith } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { livesOn } from '../../watch/harms.ts';
import { LEAKED_MODULES, NO_VIOLATIONS } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'floods-a-stream',
  aim: 'sends the items of a stream without waiting until the host has taken those before',
  belt: 'the credits of streams',
  given: LEAKED_MODULES,
  control: { edits: NO_VIOLATIONS },
  settleMs: 800,
  build: ({ plugins }) => {
    const flood = `for (let n = 0; n < 500; n += 1) send('{"type":"item","id":1,"value":{"rowsTotal":0}}')`;
    writePackage(plugins, {
      script: scriptWith(`statement: { async *read() { ${flood}; yield { rowsTotal: 0 }; } }`, FORGERY),
    });
  },
  act: async (host) => {
    await host.approve();
    return host.read();
  },
  harm: livesOn,
};
