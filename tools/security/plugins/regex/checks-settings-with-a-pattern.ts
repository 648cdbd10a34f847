import type { Attack } from '../../attack.ts';

import { HOSTILE } from '../../scene/scene.ts';
import { scriptNamed } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { stillOpenAfter } from '../../watch/harms.ts';
import { ENDLESS_PATTERN, ENDLESS_TEXT } from '../../scene/endless.ts';

export const attack: Attack = {
  name: 'checks-settings-with-a-pattern',
  aim: 'has the host check a setting with a regular expression that never ends',
  belt: 'the closed schema of settings',
  control: {
    edits: {
      'core/dist/interfaces/manifest/settings-schema.js': [
        [
          'minLength: z.int().min(0).optional(),',
          'minLength: z.int().min(0).optional(), pattern: z.string().optional(),',
        ],
      ],
      'core/dist/validation/settings/check-setting.js': [
        [
          "case 'string':",
          "case 'string': if (setting.pattern && !new RegExp(setting.pattern).test(value)) return 'no match';",
        ],
      ],
    },
  },
  build: ({ plugins }) => {
    const properties = { text: { type: 'string', pattern: ENDLESS_PATTERN } };
    writePackage(plugins, {
      script: scriptNamed('x'),
      manifest: { settings: { type: 'object', properties } },
    });
  },
  act: async (host) => {
    await host.approve();
    return host.manager.settings.configure(HOSTILE, { text: ENDLESS_TEXT });
  },
  harm: (watch) => stillOpenAfter(watch, 2_500),
};
