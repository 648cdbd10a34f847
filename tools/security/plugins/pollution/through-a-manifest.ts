import type { Attack } from '../../attack.ts';
import { HOSTILE } from '../../scene/scene.ts';
import { scriptAnswering } from '../../scene/scripts.ts';
import { manifestOf, writePackage } from '../../scene/write-package.ts';
import { polluted } from '../../watch/harms.ts';
import { STRICT_JSON } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'through-a-manifest',
  aim: "changes the host's Object.prototype with a key __proto__ in its manifest, before anybody approved it",
  belt: 'the strict reading of JSON',
  control: { edits: STRICT_JSON },
  build: ({ plugins }) => {
    const script = scriptAnswering('{ items: [] }');
    const schemes = '"schemes":{"a":{"__proto__":{"polluted":"yes"}}},';
    const text = JSON.stringify(manifestOf({ script })).replace('{', `{${schemes}`);
    writePackage(plugins, { script, manifestText: text });
  },
  act: async (host) => host.manager.info(HOSTILE).manifest,
  harm: polluted,
};
