import type { Attack } from '../../attack.ts';

import { scriptWith } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import type { Watch } from '../../watch/watch.ts';

export const attack: Attack = {
  name: 'reports-for-another-institution',
  aim: 'reports records in the name of an institution that it was not approved for',
  belt: 'the host stamps every record with the institution that was approved',
  control: {
    edits: {
      'core/dist/records/record-stamper.js': [
        [
          'const { institution, connectionId, channel } = this.#provenance;',
          'const { connectionId, channel } = this.#provenance; const institution = section;',
        ],
      ],
    },
  },
  build: ({ plugins }) => {
    const movement = `{ accountId: 'A1', type: 'DEPOSIT', status: 'BOOKED', date: '2024-03-01', description: 'x',
      money: { amount: '1.00', currency: 'EUR' }, source: { rows: [1], section: 'Globex Bank' } }`;
    const read = `async *read() { yield { cashMovements: [${movement}], rowsTotal: 1 } }`;
    writePackage(plugins, { script: scriptWith(`statement: { ${read} }`) });
  },
  act: async (host) => {
    await host.approve();
    return host.read();
  },
  harm: ({ answer }: Watch) =>
    JSON.stringify(answer ?? '').includes('"institution":"Globex Bank"')
      ? 'a record stands in the name of Globex Bank'
      : undefined,
};
