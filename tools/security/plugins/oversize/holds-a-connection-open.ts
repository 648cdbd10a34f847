import { onlineAttack } from '../../online/online-attack.ts';
import { HOSTILE } from '../../scene/scene.ts';

export const attack = onlineAttack({
  name: 'holds-a-connection-open',
  aim: 'keeps a connection of the host after it was disabled, by an answer that never comes',
  belt: 'a request ends with the cell that made it',
  control: {
    edits: {
      'core/dist/cell/host/open-request.js': [['this.#abort.abort()', 'void 0']],
    },
  },
  settleMs: 1_500,
  limits: { callMs: 1_000 },
  answer: () => undefined,
  act: async (host) => {
    await host.strike().catch(() => undefined);
    await host.manager.switch.disable(HOSTILE);
  },
  script: `return text(get('/read'));`,
  harm: ({ bank, sinceOutcomeMs }) =>
    sinceOutcomeMs > 1_000 && bank.openConnections > 0 ? 'the connection is still open' : undefined,
});
