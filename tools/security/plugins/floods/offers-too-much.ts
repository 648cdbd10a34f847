import type { Attack } from '../../attack.ts';

import { scriptWith } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { taken } from '../../watch/harms.ts';

export const attack: Attack = {
  name: 'offers-too-much',
  aim: 'offers a hundred thousand services, which the host would keep by name',
  belt: 'messageCheck',
  control: { belts: { messageCheck: false } },
  build: ({ plugins }) => {
    const many = "...Object.fromEntries(Array.from({ length: 100_000 }, (_, n) => ['service' + n, {}]))";
    writePackage(plugins, {
      script: scriptWith(`account: { listAccounts: async () => ({ items: [] }) }, ${many}`),
    });
  },
  harm: (watch) => taken(watch, () => true),
};
