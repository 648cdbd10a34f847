import type { Attack } from '../../attack.ts';

import { scriptDoing } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';

/** What an honest plugin never needs in one call. */
const MANY = 50;

export const attack: Attack = {
  name: 'requests-without-end',
  aim: 'floods an address with requests',
  belt: 'facades and permission',
  control: { belts: { facades: false, permission: false } },
  build: ({ plugins, ports }) =>
    void writePackage(plugins, {
      script: scriptDoing(
        `await Promise.allSettled(Array.from({ length: 200 }, () => fetch('http://127.0.0.1:${ports.tcp}/')))`,
      ),
    }),
  harm: ({ listeners }) =>
    listeners.connections >= MANY ? `${listeners.connections} connections arrived` : undefined,
};
