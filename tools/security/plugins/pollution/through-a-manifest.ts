import type { Attack } from '../../attack.ts';
import { HOSTILE } from '../../scene/scene.ts';
import { scriptAnswering } from '../../scene/scripts.ts';
import { manifestOf, writePackage } from '../../scene/write-package.ts';
import { polluted } from '../../watch/harms.ts';
import { STRICT_JSON } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'through-a-manifest',
  aim: "changes the host's Object.prototype with a key __proto__ in its manifest, before anybody approved it",
  belt: 'the strict reading of JSON, and of the fields of a manifest',
  control: {
    edits: {
      ...STRICT_JSON,
      'core/dist/manifest/built-manifest-parser.js': [
        ['return schema.safeParse(fields);', 'return { success: true, data: fields };'],
      ],
    },
  },
  build: ({ plugins }) => {
    const script = scriptAnswering('{ items: [] }');
    const settings = '"settings":{"type":"object","properties":{"__proto__":{"type":"string"}}},';
    const text = JSON.stringify(manifestOf({ script })).replace('{', `{${settings}`);
    writePackage(plugins, { script, manifestText: text });
  },
  act: async (host) => host.manager.info(HOSTILE).manifest,
  harm: polluted,
};
