import { sizeOf } from '../../watch/size-of.ts';
import { onlineAttack } from '../../online/online-attack.ts';

export const attack = onlineAttack({
  name: 'keeps-more-than-its-quota',
  aim: 'fills the disk by way of its storage',
  belt: 'what a plugin keeps is counted against its quota',
  control: { edits: { 'core/dist/store/storage-records.js': [['if (used + bytes > quota)', 'if (false)']] } },
  manifest: { storage: '8KiB' },
  script: `
    for (let n = 0; n < 40; n += 1) await context.storage.set('key ' + n, 'x'.repeat(200_000));`,
  harm: ({ scene }) =>
    sizeOf(scene.home) > 5_000_000 ? `the data folder has ${sizeOf(scene.home)} bytes` : undefined,
});
