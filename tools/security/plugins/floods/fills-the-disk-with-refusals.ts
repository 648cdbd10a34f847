import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { onlineAttack } from '../../online/online-attack.ts';
import { sizeOf } from '../../watch/size-of.ts';
import type { Watch } from '../../watch/watch.ts';

/** What the audit may take in one call, in bytes. */
const MOST = 1024 * 1024;

export const attack = onlineAttack({
  name: 'fills-the-disk-with-refusals',
  aim: 'fills the disk with what it is refused, which is written down for ever',
  belt: 'a plugin that is refused again and again waits',
  control: {
    edits: { 'core/dist/gateway/refusals.js': [['REFUSALS_PER_MINUTE = 300', 'REFUSALS_PER_MINUTE = 1e9']] },
  },
  limits: { callMs: 8_000 },
  script: `
    const address = 'https://' + ('x'.repeat(60) + '.').repeat(4) + 'example/';
    const work = async () => { while (true) await fetch(address).catch(() => undefined); };
    await Promise.all(Array.from({ length: 6 }, work));`,
  harm: ({ scene }: Watch) => {
    const folder = join(scene.home, 'audit');
    const bytes = existsSync(folder) ? sizeOf(folder) : 0;
    return bytes > MOST ? `the audit has ${Math.round(bytes / 1024)} KiB after one call` : undefined;
  },
});
