import type { Attack } from '../../attack.ts';
import { scriptLeaking } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { leaksPid } from '../../watch/harms.ts';

/** What follows the word `import`; the word itself is put together in the cell, so that no search finds it. */
const FORMS = [
  '.defer("node:process")',
  '.source("node:process")',
  '\\n("node:process")',
  '/**/("node:process")',
  '//\\n("node:process")',
  '\\u2028("node:process")',
  '\\u00a0("node:process")',
  '("node:process", { with: {} })',
];

export const attack: Attack = {
  name: 'imports-in-new-syntax',
  aim: 'loads a module of Node with a form of import() that a guard may not know: with comments, spaces, phases, attributes',
  belt: 'realm and powers',
  control: { belts: { realm: false, powers: false } },
  build: ({ plugins }) => {
    const load = `(async () => {
      for (const form of [${FORMS.map((form) => `'${form}'`).join(', ')}]) {
        try { return (await (0, eval)('imp' + 'ort' + form)).pid } catch {}
        try { return (await new Function('return imp' + 'ort' + form)()).pid } catch {}
      }
    })()`.replace('new Function(', 'new (class extends Function {})(');
    writePackage(plugins, { script: scriptLeaking(`'pid ' + (await ${load}) + ' '`) });
  },
  harm: leaksPid,
};
