import type { Attack } from '../../attack.ts';
import { HOSTILE } from '../../scene/scene.ts';
import { scriptWith } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import type { Watch } from '../../watch/watch.ts';

/** What no file of a few bytes holds. */
const TOO_MANY = 50_000;

export const attack: Attack = {
  name: 'reports-more-than-it-was-given',
  aim: 'reads a million records out of a file of twelve bytes, of each of which the host remembers something',
  belt: 'the limit of entries of one reading',
  control: {
    edits: {
      'core/dist/statements/statement-assembler.js': [
        ['if (this.#entries <= this.#maxEntries)', 'if (true)'],
      ],
    },
  },
  build: ({ plugins }) => {
    const movement = `{ accountId: 'A1', type: 'DEPOSIT', status: 'BOOKED', date: '2024-03-01', description: 'd' + (n += 1),
      money: { amount: String(n), currency: 'EUR' }, source: { rows: [1], recordId: 'r' + n } }`;
    const part = `{ cashMovements: Array.from({ length: 2_000 }, () => (${movement})) }`;
    writePackage(plugins, {
      script: scriptWith(
        `statement: { async *read() { let n = 0; while (n < 1e6) yield ${part}; yield { rowsTotal: 1 } } }`,
      ),
    });
  },
  act: async (host) => {
    await host.approve();
    const bytes = new TextEncoder().encode('Date,Amount\n');
    const reading = host.manager.reader.readStatement(HOSTILE, {
      format: `${HOSTILE}-csv`,
      name: 'account.csv',
      size: bytes.length,
      content: (async function* () {
        yield bytes;
      })(),
    });
    let records = 0;
    for await (const { cashMovements } of reading.parts()) {
      records += cashMovements.length;
      if (records > TOO_MANY) break;
    }
    return { records };
  },
  harm: ({ answer }: Watch) => {
    const { records = 0 } = (answer ?? {}) as { records?: number };
    return records > TOO_MANY ? `the host took ${records} records` : undefined;
  },
};
