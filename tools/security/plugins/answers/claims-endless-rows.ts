import type { Attack } from '../../attack.ts';
import { scriptWith } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { stillOpenAfter } from '../../watch/harms.ts';

export const attack: Attack = {
  name: 'claims-endless-rows',
  aim: 'says that its file has nine thousand million million rows, so that the host looks for each of them',
  belt: 'the account of rows goes no further than the rows that were named',
  control: {
    edits: {
      'core/dist/statements/row-account.js': [
        ['const marked = Math.min(rowsTotal, this.#highest);', 'const marked = rowsTotal;'],
      ],
    },
  },
  build: ({ plugins }) =>
    void writePackage(plugins, {
      script: scriptWith('statement: { async *read() { yield { rowsTotal: Number.MAX_SAFE_INTEGER } } }'),
    }),
  act: async (host) => {
    await host.approve();
    return host.read();
  },
  harm: (watch) => stillOpenAfter(watch, 3_000),
};
