import type { Attack } from '../../attack.ts';
import { scriptDoing } from '../../scene/scripts.ts';

import { writePackage } from '../../scene/write-package.ts';
import { TRICKS } from '../../scene/tricks.ts';
import { HOSTILE } from '../../scene/scene.ts';
import { deceivesOn } from '../../watch/harms.ts';

export const attack: Attack = {
  name: 'in-json',
  aim: 'plays with the terminal through answers in JSON, which may hold such characters as they are',
  belt: 'the escapes of JSON',
  control: {
    edits: {
      'cli/dist/output/json-chunks.js': [
        [
          'function plainJson(value) {',
          'function plainJson(value) { return JSON.stringify(value) ?? "null";',
        ],
      ],
    },
  },
  build: ({ plugins }) =>
    void writePackage(plugins, { script: scriptDoing(`context.log.warn(${JSON.stringify(TRICKS)})`) }),
  act: async (host) => {
    await host.strike().catch(() => undefined);
    await host.manager.switch.unload(HOSTILE);
  },
  harm: (watch) => deceivesOn(watch, '--json', 'plugins', 'logs', HOSTILE),
};
