import type { Attack } from '../../attack.ts';

import { scriptNamed } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { listedAs } from '../../watch/harms.ts';
import { HOSTILE } from '../../scene/scene.ts';

export const attack: Attack = {
  name: 'says-two-names',
  aim: 'is one package to npm and another to the host',
  belt: 'the agreement of package.json and manifest',
  control: {
    edits: {
      'core/dist/validation/rules/package-agreement.js': [
        [
          'export const checkPackageAgreement =',
          'export const checkPackageAgreement = () => []; const unused =',
        ],
      ],
    },
  },
  build: ({ plugins }) =>
    void writePackage(plugins, { script: scriptNamed('x'), packageJson: { name: '@other/plugin-weather' } }),
  act: async (host) => host.manager.list().map(({ id, state }) => `${id} ${state}`),
  harm: (watch) => listedAs(watch, `${HOSTILE} waiting`),
};
