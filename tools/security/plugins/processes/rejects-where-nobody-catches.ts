import type { Attack } from '../../attack.ts';
import { scriptDoing } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { hostEnded } from '../../watch/harms.ts';

export const attack: Attack = {
  name: 'rejects-where-nobody-catches',
  aim: 'ends the process that it runs in by a rejection that nobody handles',
  belt: 'a process of its own',
  control: { inline: true },
  build: ({ plugins }) =>
    void writePackage(plugins, {
      script: scriptDoing("Promise.reject(new Error('bang')); await new Promise(() => {})"),
    }),
  harm: hostEnded,
};
