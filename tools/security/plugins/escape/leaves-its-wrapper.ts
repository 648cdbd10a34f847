import type { Attack } from '../../attack.ts';
import { writePackage } from '../../scene/write-package.ts';
import { leaksPid } from '../../watch/harms.ts';
import { LEAKED_REALM } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'leaves-its-wrapper',
  aim: 'closes the function that its script is wrapped in and runs on outside',
  belt: 'the syntax scan and realm',
  control: {
    ...LEAKED_REALM,
    edits: {
      'core/dist/validation/rules/script-syntax.js': [['return scanScript(', 'return [].concat() || (']],
    },
  },
  build: ({ plugins }) => {
    const services =
      "account: { listAccounts: async () => ({ items: [{ id: 'A1', name: 'pid ' + stolen.pid + ' ' }] }) }";
    const inside = `module.exports = { default: { type: 'broker', activate: () => ({ ${services} }) } };`;
    const script = `${inside}\n})(globalThis), stolen = globalThis.process, ((unused) => function (module, exports) {\n${inside}`;
    writePackage(plugins, { script });
  },
  harm: leaksPid,
};
