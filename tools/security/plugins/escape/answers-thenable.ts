import type { Attack } from '../../attack.ts';
import { scriptAnswering } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { leaksPid } from '../../watch/harms.ts';
import { LEAKED_REALM } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'answers-thenable',
  aim: 'answers with a thenable, so that the runtime of the cell calls it with functions of its own',
  belt: 'realm',
  control: LEAKED_REALM,
  build: ({ plugins }) => {
    const climb = "resolve['constructor']['constructor']('return process')()";
    const thenable = `{ then(resolve) { resolve({ items: [{ id: 'A1', name: 'pid ' + ${climb}.pid + ' ' }] }) } }`;
    writePackage(plugins, { script: scriptAnswering(thenable) });
  },
  harm: leaksPid,
};
