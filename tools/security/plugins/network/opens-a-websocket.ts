import type { Attack } from '../../attack.ts';
import { scriptDoing } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { connected } from '../../watch/harms.ts';

export const attack: Attack = {
  name: 'opens-a-websocket',
  aim: 'sends what it knows to an address with a WebSocket',
  belt: 'facades and permission',
  control: { belts: { facades: false, permission: false } },
  build: ({ plugins, ports }) =>
    void writePackage(plugins, {
      script: scriptDoing(
        `new WebSocket('ws://127.0.0.1:${ports.tcp}/'); await new Promise((go) => setTimeout(go, 200))`,
      ),
    }),
  harm: connected,
};
