import type { Attack } from '../../attack.ts';

import { scriptAnswering } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import type { Watch } from '../../watch/watch.ts';

/** Calls that one cell may have open. */
const LIMIT = 1_000;

export const attack: Attack = {
  name: 'leaves-calls-open',
  aim: 'answers nothing, so that the calls to it pile up in the host',
  belt: 'the limit of open calls',
  control: {
    edits: {
      'core/dist/cell/host/open-calls.js': [['const CALL_LIMIT = 1_000;', 'const CALL_LIMIT = Infinity;']],
    },
  },
  limits: { callMs: 2_000 },
  build: ({ plugins }) => void writePackage(plugins, { script: scriptAnswering('new Promise(() => {})') }),
  act: async (host) => {
    await host.approve();
    const calls = await Promise.allSettled(Array.from({ length: 2 * LIMIT }, () => host.call()));
    const refused = calls.filter((call) => call.status === 'rejected' && call.reason.code === 'RATE_LIMITED');
    return { open: calls.length - refused.length };
  },
  harm: ({ answer }: Watch) => {
    const { open = 0 } = (answer ?? {}) as { open?: number };
    return open > LIMIT ? `${open} calls were open at once` : undefined;
  },
};
