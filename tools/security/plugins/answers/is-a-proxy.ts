import type { Attack } from '../../attack.ts';
import { scriptAnswering } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { taken } from '../../watch/harms.ts';

export const attack: Attack = {
  name: 'is-a-proxy',
  aim: 'answers with a proxy, which runs its code at every look',
  belt: 'answerCheck',
  control: { belts: { answerCheck: false } },
  build: ({ plugins }) =>
    void writePackage(plugins, {
      script: scriptAnswering("new Proxy({ items: [{ id: 'A1', name: 'bait' }] }, {})"),
    }),
  harm: (watch) => taken(watch, (answer) => JSON.stringify(answer).includes('bait')),
};
