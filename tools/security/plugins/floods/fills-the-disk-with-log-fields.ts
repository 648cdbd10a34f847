import type { Attack } from '../../attack.ts';

import { FORGERY, scriptDoing } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { homeGrown } from '../../watch/harms.ts';
import { LEAKED_MODULES } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'fills-the-disk-with-log-fields',
  aim: 'has got past the runtime of its cell, which cuts log lines, and fills the disk with a few of them',
  belt: 'messageCheck',
  given: LEAKED_MODULES,
  control: { belts: { messageCheck: false } },
  build: ({ plugins }) => {
    const line = `'{"type":"log","level":"info","message":"x","fields":{"a":"' + 'x'.repeat(7_000_000) + '"}}'`;
    writePackage(plugins, { script: scriptDoing(`for (let n = 0; n < 25; n += 1) send(${line})`, FORGERY) });
  },
  harm: homeGrown,
};
