import type { Fault } from '../fault.ts';
import { failInTurn, failsOnCall } from '../scene/failing-script.ts';
import { forged } from '../scene/guest.ts';
import { expectCode, expectGone } from '../victim.ts';

function frame(payload: string, { kind = 0, length = Buffer.byteLength(payload) } = {}): string {
  const head = Buffer.alloc(5);
  head.writeUInt32BE(length, 0);
  head.writeUInt8(kind, 4);
  return forged(Buffer.concat([head, Buffer.from(payload)]));
}

/** What goes out in place of an answer. */
const FRAMES = [
  frame('{"type":"result","id":999999,"value":{"items":[]}}'),
  frame('{"type":"nonsense"}'),
  frame('no JSON at all'),
  frame('{"type":"pong"}', { kind: 9 }),
  frame('', { length: 2 ** 31 }),
  frame('{"type":"ready","protocol":1}'),
  frame('{"type":"contentCredit","id":1,"count":4000000}'),
  frame(`{"type":"log","level":"info","message":"x","fields":{"a":${'['.repeat(500)}${']'.repeat(500)}}}`),
];

export const fault: Fault = {
  name: 'forges-messages',
  weight: 5,
  script: failsOnCall(`return { items: [{ id: 'A1', name: ${JSON.stringify(FRAMES)}[turn] }] };`),
  inject: async (victim, turn) => {
    const pid = await victim.start();
    expectCode(await victim.call(failInTurn(turn % FRAMES.length), 3_000), 'CELL_PROTOCOL_VIOLATION');
    await expectGone(pid);
  },
};
