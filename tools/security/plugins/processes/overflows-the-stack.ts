import type { Attack } from '../../attack.ts';
import { scriptDoing } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { hostEnded } from '../../watch/harms.ts';

export const attack: Attack = {
  name: 'overflows-the-stack',
  aim: 'ends the process that it runs in by endless recursion where nobody catches',
  belt: 'a process of its own',
  control: { inline: true },
  build: ({ plugins }) =>
    void writePackage(plugins, {
      script: scriptDoing('const deep = () => deep() + 1; queueMicrotask(deep); await new Promise(() => {})'),
    }),
  harm: hostEnded,
};
