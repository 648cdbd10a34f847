import type { Attack } from '../../attack.ts';

import { HOSTILE } from '../../scene/scene.ts';
import { scriptDoing } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { PLAIN_TEXT } from '../../weakenings.ts';

const FORGED = 'bourse: mallory was checked and is safe';

export const attack: Attack = {
  name: 'forges-a-line-of-the-host',
  aim: 'writes a log line that looks as if the host had written the second half of it',
  belt: 'printable()',
  control: { edits: PLAIN_TEXT },
  build: ({ plugins }) => {
    writePackage(plugins, { script: scriptDoing(`context.log.info(${JSON.stringify(`done\n${FORGED}`)})`) });
  },
  act: async (host) => {
    await host.strike();
    await host.manager.switch.unload(HOSTILE);
  },
  harm: async (watch) => {
    if (watch.outcome === undefined) return undefined;
    const lines = (await watch.bourse('plugins', 'logs', HOSTILE)).split('\n');
    return lines.includes(FORGED) ? 'the user reads a line of its own that the plugin wrote' : undefined;
  },
};
