import type { Attack } from '../../attack.ts';
import { scriptWith } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { stillOpenAfter } from '../../watch/harms.ts';

export const attack: Attack = {
  name: 'prints-endless-balances',
  aim: 'reports ten thousand balances over forty thousand days, so that the host adds up four hundred million movements',
  belt: 'movements are added up once',
  control: {
    edits: {
      'core/dist/statements/day-sums.js': [['this.#running ??= addUp(', 'this.#running = addUp(']],
    },
  },
  build: ({ plugins }) => {
    const day = 'new Date(86_400_000 * (part * 2_000 + n)).toISOString().slice(0, 10)';
    const movement = `{ accountId: 'A', type: 'DEPOSIT', status: 'BOOKED', date: ${day}, description: 'd',
      money: { amount: '1', currency: 'EUR' }, source: { rows: [1] } }`;
    const movements = `{ cashMovements: Array.from({ length: 2_000 }, (_, n) => (${movement})) }`;
    const balances =
      "{ accounts: Array.from({ length: 2_000 }, () => ({ id: 'A', openingCash: cash, cash })) }";
    const read = `const cash = [{ amount: '1', currency: 'EUR' }];
      for (let part = 0; part < 20; part += 1) yield ${movements};
      for (let part = 0; part < 5; part += 1) yield ${balances};
      yield { rowsTotal: 1 };`;
    writePackage(plugins, { script: scriptWith(`statement: { async *read() { ${read} } }`) });
  },
  limits: { callMs: 20_000 },
  act: async (host) => {
    await host.approve();
    // What was read is of no interest, and too much to be told.
    return (await host.read('x'.repeat(900_000))).length;
  },
  harm: (watch) => stillOpenAfter(watch, 8_000),
};
