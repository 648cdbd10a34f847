import type { Attack } from '../../attack.ts';
import { FORGERY, scriptWith } from '../../scene/scripts.ts';
import { HOSTILE } from '../../scene/scene.ts';
import { writePackage } from '../../scene/write-package.ts';
import { hostBusy } from '../../watch/harms.ts';
import { LEAKED_MODULES } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'goes-on-after-a-cancel',
  aim: 'sends items of a stream that was given up, for which no deadline runs, and keeps the host busy with reading them',
  belt: 'the credits of streams that were given up',
  given: LEAKED_MODULES,
  control: {
    edits: { 'core/dist/cell/host/open-calls.js': [['if (onTheWay[what] === 0)', 'if (false)']] },
  },
  settleMs: 6_000,
  build: ({ plugins }) => {
    const item = `'{"type":"item","id":1,"value":[' + '[],'.repeat(80_000) + '0]}'`;
    const flood = `for (let n = 0; n < 600; n += 1) send(${item})`;
    // The runtime of the cell would say that the call is over; the loop keeps it from hearing of that.
    const wait = 'for (const start = performance.now(); performance.now() < start + 500; );';
    const read = `async *read() { yield { rowsTotal: 0 }; ${wait} ${flood}; }`;
    writePackage(plugins, { script: scriptWith(`statement: { ${read} }`, FORGERY) });
  },
  act: async (host) => {
    await host.approve();
    const { manager } = host;
    const reading = manager.reader.readStatement(HOSTILE, {
      format: `${HOSTILE}-csv`,
      name: 'account.csv',
      size: 1,
      content: (async function* () {
        yield new Uint8Array(1);
      })(),
    });
    for await (const part of reading.parts()) return part;
    return undefined;
  },
  harm: hostBusy,
};
