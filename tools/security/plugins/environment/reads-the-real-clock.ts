import type { Attack } from '../../attack.ts';
import { scriptLeaking } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { LEAKED_REALM } from '../../weakenings.ts';

/** Milliseconds that the plugin computes between two looks at the clock. */
const COMPUTING_MS = 300;

export const attack: Attack = {
  name: 'reads-the-real-clock',
  aim: 'measures time inside one call, as attacks through shared hardware need it',
  belt: 'realm: the clock stands still between two messages',
  control: LEAKED_REALM,
  build: ({ plugins }) => {
    const loop = `(() => { const at = Date.now(); let n = 0; while (Date.now() - at < ${COMPUTING_MS} && n < 2e7) n += 1; return Date.now(); })()`;
    writePackage(plugins, { script: scriptLeaking(`'from ' + Date.now() + ' to ' + ${loop} + ' '`) });
  },
  harm: ({ answer }) => {
    const [, from, to] = /from (\d+) to (\d+) /.exec(JSON.stringify(answer ?? '')) ?? [];
    const measured = Number(to) - Number(from);
    return measured >= COMPUTING_MS / 2 ? `the plugin saw ${measured} ms go by` : undefined;
  },
};
