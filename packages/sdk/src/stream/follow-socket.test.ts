import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { acme } from '../emulator/fixtures/acme-emulator.js';
import { FakeClock } from '../testing/fake-clock.js';
import { followSocket, type SocketStream } from './follow-socket.js';

let running: Awaited<ReturnType<typeof acme.start>>;
let clock: FakeClock;
let end: AbortController;

beforeEach(async () => {
  running = await acme.start();
  clock = new FakeClock('2026-11-20T12:00:00Z');
  clock.install();
  end = new AbortController();
});

afterEach(async () => {
  end.abort();
  clock.uninstall();
  await running.close();
});

/** The institution repeats what it is told: each text is an item. */
const follow = (parts: Partial<SocketStream<string>> = {}): AsyncGenerator<string> =>
  followSocket<string>({
    url: `${running.origins['wss://api.acme.example']}/v1/stream`,
    signal: end.signal,
    opened: (line) => line.send('first'),
    received: (text, line) => line.give(text),
    ...parts,
  });

const connections = (): number => running.journal.entries.length;

async function letTimePassUntil(isReached: () => boolean): Promise<void> {
  while (!isReached()) {
    await clock.advance(1_000);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

test('items come in their order until the signal ends them', async () => {
  const items = follow({
    opened: (line) => {
      line.send('first');
      line.send({ second: 2 });
    },
  });
  expect(await items.next()).toEqual({ value: 'first', done: false });
  expect(await items.next()).toEqual({ value: '{"second":2}', done: false });
  const next = items.next();
  end.abort();
  expect(await next).toEqual({ value: undefined, done: true });
});

test('a connection that is lost is made anew, and the institution is made ready before each', async () => {
  let prepared = 0;
  const items = follow({ prepare: async () => void (prepared += 1) });
  expect(await items.next()).toMatchObject({ value: 'first' });
  const next = items.next();
  running.disconnect();
  await letTimePassUntil(() => connections() === 2);
  expect(await next).toMatchObject({ value: 'first' });
  expect(prepared).toBe(2);
});

test('what is thrown over a frame ends the stream; nothing is tried again', async () => {
  const items = follow({
    received: () => {
      throw new Error('no such account');
    },
  });
  await expect(items.next()).rejects.toThrow('no such account');
  expect(connections()).toBe(1);
});

test('a line that its reader closes is followed by another', async () => {
  const items = follow({
    received: (text, line) => (connections() < 3 ? line.close() : line.give(text)),
  });
  const first = items.next();
  await letTimePassUntil(() => connections() === 3);
  expect(await first).toMatchObject({ value: 'first' });
});

test('after six more losses in a row it gives up, unless one was confirmed in between', async () => {
  const lost = follow({ received: (_, line) => line.close() });
  const failed = expect(lost.next()).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  let isOver = false;
  void failed.then(() => (isOver = true));
  await letTimePassUntil(() => isOver);
  expect(connections()).toBe(7);

  const kept = follow({
    received: (text, line) => {
      if (connections() === 12) line.confirm();
      if (connections() === 18) line.give(text);
      else line.close();
    },
  });
  const first = kept.next();
  await letTimePassUntil(() => connections() === 18);
  expect(await first).toMatchObject({ value: 'first' });
});

test('a sign of life is sent for as long as the connection lives', async () => {
  const items = follow({ signOfLife: { text: 'tic', everyMs: 5_000 } });
  expect(await items.next()).toMatchObject({ value: 'first' });
  await clock.advance(5_000);
  expect(await items.next()).toMatchObject({ value: 'tic' });
  await items.return(undefined);
  expect(clock.pendingTimers).toBe(0);
});
