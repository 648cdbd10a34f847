import type { Attack } from '../../attack.ts';
import { scriptDoing } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { hostEnded } from '../../watch/harms.ts';

export const attack: Attack = {
  name: 'throws-where-nobody-catches',
  aim: 'ends the process that it runs in by an error in a microtask of its own',
  belt: 'a process of its own',
  control: { inline: true },
  build: ({ plugins }) =>
    void writePackage(plugins, {
      script: scriptDoing("queueMicrotask(() => { throw new Error('bang') }); await new Promise(() => {})"),
    }),
  harm: hostEnded,
};
