import type { Attack } from '../../attack.ts';
import { HOSTILE } from '../../scene/scene.ts';
import { scriptAnswering } from '../../scene/scripts.ts';
import { manifestOf, writePackage } from '../../scene/write-package.ts';
import { polluted } from '../../watch/harms.ts';
import { STRICT_JSON } from '../../weakenings.ts';

const PROPERTIES = '"properties":{"__proto__":{"polluted":"yes"}}';

export const attack: Attack = {
  name: 'through-settings',
  aim: "changes the host's Object.prototype with the name of a setting",
  belt: 'the strict reading of JSON and the schema of manifests',
  control: {
    edits: {
      ...STRICT_JSON,
      'core/dist/interfaces/manifest/manifest.js': [['settings: SettingsSchemaSchema', 'settings: z.any()']],
    },
  },
  build: ({ plugins }) => {
    const script = scriptAnswering('{ items: [] }');
    const settings = { type: 'object', properties: {} };
    const text = JSON.stringify(manifestOf({ script, manifest: { settings } }));
    writePackage(plugins, { script, manifestText: text.replace('"properties":{}', PROPERTIES) });
  },
  act: async (host) => host.manager.info(HOSTILE).settingsSchema,
  harm: polluted,
};
