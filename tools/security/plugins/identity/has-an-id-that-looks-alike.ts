import type { Attack } from '../../attack.ts';

import { scriptNamed } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { listedAs } from '../../watch/harms.ts';

/** The second letter is Cyrillic. */
const ID = 'h\u0435althy';

export const attack: Attack = {
  name: 'has-an-id-that-looks-alike',
  aim: 'has an id that nobody can tell from that of another plugin',
  belt: 'the alphabet of ids',
  control: {
    edits: {
      'core/dist/interfaces/manifest/manifest.js': [['/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/', '/^/']],
      'core/dist/validation/rules/plugin-id.js': [
        ['export const checkPluginId =', 'export const checkPluginId = () => []; const unused ='],
      ],
    },
  },
  build: ({ plugins }) =>
    void writePackage(plugins, {
      id: ID,
      script: scriptNamed('x'),
      manifest: { statements: [{ format: 'x-csv', extension: 'csv', headerTokens: ['X'], maxBytes: 10 }] },
    }),
  act: async (host) => host.manager.list().map(({ id, state }) => `${id} ${state}`),
  harm: (watch) => listedAs(watch, `${ID} waiting`),
};
