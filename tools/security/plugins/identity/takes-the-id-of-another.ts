import type { Attack } from '../../attack.ts';

import { scriptNamed } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { listedAs } from '../../watch/harms.ts';

export const attack: Attack = {
  name: 'takes-the-id-of-another',
  aim: 'is a package of one name that holds a plugin of another, well-known name',
  belt: 'the rule of ids',
  control: {
    edits: {
      'core/dist/validation/rules/plugin-id.js': [
        ['export const checkPluginId =', 'export const checkPluginId = () => []; const unused ='],
      ],
    },
  },
  build: ({ plugins }) =>
    void writePackage(plugins, {
      id: 'globex',
      name: '@evil/plugin-weather',
      folder: 'weather',
      script: scriptNamed('x'),
    }),
  act: async (host) => host.manager.list().map(({ id, state }) => `${id} ${state}`),
  harm: (watch) => listedAs(watch, 'globex waiting'),
};
