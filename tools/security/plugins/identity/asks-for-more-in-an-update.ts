import type { Attack } from '../../attack.ts';

import { scriptNamed } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { answeredBy } from '../../watch/harms.ts';

export const attack: Attack = {
  name: 'asks-for-more-in-an-update',
  aim: 'is approved for one institution and reports for another after an update',
  belt: 'an update that asks for more waits',
  control: {
    edits: {
      'core/dist/manager/approvals.js': [
        ['if (record?.digest !== undefined && asksFor.length === 0)', 'if (record?.digest !== undefined)'],
      ],
    },
  },
  build: ({ plugins }) => void writePackage(plugins, { script: scriptNamed('original') }),
  act: async (host) => {
    await host.strike();
    writePackage(host.scene.plugins, {
      version: '1.1.0',
      script: scriptNamed('greedy'),
      manifest: { institution: 'Globex Bank' },
    });
    return host.reopen().call();
  },
  harm: (watch) => answeredBy(watch, 'greedy'),
};
