import type { Attack } from '../../attack.ts';

import { HOSTILE } from '../../scene/scene.ts';
import { scriptWith } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { homeGrown } from '../../watch/harms.ts';

export const attack: Attack = {
  name: 'fills-the-disk-with-metrics',
  aim: 'fills the disk with the metrics of its own health',
  belt: 'the limits of a health report',
  control: {
    edits: {
      'core/dist/interfaces/services/health-service.js': [
        ['Object.keys(metrics).length <= HEALTH_MAX_METRICS', 'true'],
      ],
    },
  },
  build: ({ plugins }) => {
    const metrics =
      "Object.fromEntries(Array.from({ length: 12_000 }, (_, n) => ['m' + n, 'x'.repeat(500)]))";
    const health = `health: async () => ({ status: 'ok', metrics: ${metrics} })`;
    writePackage(plugins, {
      script: scriptWith(`account: { listAccounts: async () => ({ items: [] }) }, ${health}`),
    });
  },
  act: async (host) => {
    await host.approve();
    for (let check = 0; check < 12; check += 1) await host.manager.health.check(HOSTILE);
    return undefined;
  },
  harm: homeGrown,
};
