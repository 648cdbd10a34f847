import { describe, expect, test } from '@jest/globals';
import { collect } from '../fixtures/cell-pool.js';
import { eventOf, supervisorPool, type Supervised } from '../fixtures/supervise.js';
import { EvidenceBundleSchema, type EvidenceBundle } from './evidence-bundle.js';
import { replayEvidence } from './replay-evidence.js';

const supervise = supervisorPool();

function bundleOf({ supervisor }: Supervised): EvidenceBundle {
  const { evidence } = supervisor;
  if (evidence === undefined) throw new Error('there is no evidence');
  // As it comes back from a file.
  return EvidenceBundleSchema.parse(JSON.parse(JSON.stringify(evidence)));
}

async function* pieces(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += 1001) yield bytes.subarray(start, start + 1001);
}

/** Uses clock, randomness, timers, state and input, so that everything has to be the same again. */
const METHODS = `
  seen: 0,
  a: async ({ x }) => ({ x, now: Date.now(), random: Math.random(), id: crypto.randomUUID() }),
  wait: () => new Promise((resolve) => { const ids = []; for (const ms of [30, 10, 20]) setTimeout(() => { ids.push([ms, Date.now(), Math.random()]); if (ids.length === 3) resolve(ids) }, ms) }),
  async *read({ content }) { let bytes = 0; for await (const piece of content) { bytes += piece.length; yield { bytes, random: Math.random() } } },
  async *endless() { for (;;) { this.seen += 1; yield { seen: this.seen, random: Math.random() } } },
  detect: ({ head }) => ({ length: head.length, random: Math.random() }),
  fail: () => { throw Object.assign(new Error('failed at ' + Date.now()), { code: 'MAINTENANCE' }) },
  crash: () => { setTimeout(() => { throw new Error('crashed at ' + Math.random()) }, 5); return new Promise(() => 0) },
  hang: () => { for (;;); },
`;

describe('a replay', () => {
  test('repeats calls, streams, timers, problems and cancellations to the bit', async () => {
    const file = Buffer.alloc(500_000, 'row;');
    const supervised = supervise(METHODS);
    const { supervisor } = supervised;
    await supervisor.call('test', 'a', { x: 1 });
    supervised.now += 1_000;
    await Promise.all([supervisor.call('test', 'wait', {}), supervisor.call('test', 'a', { x: 2 })]);
    supervised.now += 1_000;
    await collect(supervisor.stream('test', 'read', { name: 'n' }, { content: pieces(file) }));
    for await (const item of supervisor.stream('test', 'endless', {}))
      if ((item as { seen: number }).seen === 7) break;
    await supervisor.call('test', 'detect', { head: 'secret rows' });
    await supervisor.call('test', 'fail', {}).catch(() => undefined);
    const bundle = bundleOf(supervised);
    const report = await replayEvidence({
      bundle,
      script: supervised.script,
      inputs: [Buffer.from('other'), file],
      texts: ['secret rows'],
    });
    expect(report.calls.filter(({ repeated }) => !repeated)).toEqual([]);
    expect(report).toMatchObject({ repeated: true, complete: true, missing: [], exit: { repeated: true } });
    expect(report.calls.map(({ call, then }) => [call, then?.kind])).toEqual([
      ['test.a', 'answer'],
      ['test.wait', 'answer'],
      ['test.a', 'answer'],
      ['test.read', 'stream'],
      ['test.endless', undefined],
      ['test.detect', 'answer'],
      ['test.fail', 'problem'],
    ]);
  });

  test.each([
    ['crash', 'crashed', {}],
    ['hang', 'unresponsive', { limits: { callMs: 600 } }],
  ])('repeats a %s', async (method, reason, options) => {
    const supervised = supervise(METHODS, options);
    await supervised.supervisor.call('test', 'a', { x: 1 });
    await supervised.supervisor.call('test', method, {}).catch(() => undefined);
    const { evidence } = await eventOf(supervised, 'crashed');
    const report = await replayEvidence({ bundle: evidence, script: supervised.script });
    expect(report).toMatchObject({ repeated: true, exit: { then: reason, now: reason } });
  });

  test('of a bundle that somebody gave more time takes no longer than any cell', async () => {
    const limits = { callMs: 600 };
    const supervised = supervise(METHODS, { limits });
    await supervised.supervisor.call('test', 'hang', {}).catch(() => undefined);
    const { evidence } = await eventOf(supervised, 'crashed');
    const bundle = { ...evidence, limits: { ...evidence.limits, callMs: 1e9, unresponsiveMs: 1e9 } };
    const report = await replayEvidence({ bundle, script: supervised.script, limits });
    expect(report).toMatchObject({ repeated: true, exit: { now: 'unresponsive' } });
  });

  test('of another script comes out differently', async () => {
    const supervised = supervise(METHODS);
    await supervised.supervisor.call('test', 'a', { x: 1 });
    const script = supervised.script.replace('({ x, now', '({ x: 0, now');
    const report = await replayEvidence({ bundle: bundleOf(supervised), script });
    expect(report).toMatchObject({ repeated: false, calls: [{ call: 'test.a', repeated: false }] });
  });

  test('of a script that does not start comes out differently', async () => {
    const supervised = supervise(METHODS);
    await supervised.supervisor.call('test', 'a', { x: 1 });
    const report = await replayEvidence({ bundle: bundleOf(supervised), script: 'throw 1' });
    expect(report).toMatchObject({ repeated: false, calls: [{ call: 'test.a', now: undefined }] });
  });

  test('names the input that it was not given', async () => {
    const supervised = supervise(METHODS);
    await collect(supervised.supervisor.stream('test', 'read', {}, { content: pieces(Buffer.from('file')) }));
    await supervised.supervisor.call('test', 'detect', { head: 'x' });
    const report = await replayEvidence({ bundle: bundleOf(supervised), script: supervised.script });
    expect(report.repeated).toBe(false);
    expect(report.missing).toEqual([
      expect.objectContaining({ size: 4 }),
      expect.objectContaining({ size: 1 }),
    ]);
  });
});

describe('evidence', () => {
  test('holds no text of a file', async () => {
    const supervised = supervise(METHODS);
    await supervised.supervisor.call('test', 'detect', {
      head: 'secret',
      note: 'long secret'.repeat(100),
      name: 'kept',
    });
    await collect(
      supervised.supervisor.stream('test', 'read', {}, { content: pieces(Buffer.from('secret file')) }),
    );
    const text = JSON.stringify(bundleOf(supervised));
    expect(text).not.toContain('secret');
    expect(text).toContain('kept');
  });

  test('holds the digest of a long request in its place', async () => {
    const supervised = supervise('a: () => 1');
    await supervised.supervisor.call('test', 'a', {
      list: Array.from({ length: 5_000 }, (_, i) => `row ${i}`),
    });
    const bundle = bundleOf(supervised);
    expect(JSON.stringify(bundle).length).toBeLessThan(2_000);
    const report = await replayEvidence({ bundle, script: supervised.script });
    expect(report).toMatchObject({ repeated: false, calls: [], missing: [{ size: expect.any(Number) }] });
  });

  test('is bounded, and says when it is not whole', async () => {
    const supervised = supervise(`a: () => { console.log('line'); return 1 }`);
    for (let calls = 0; calls < 260; calls += 1) await supervised.supervisor.call('test', 'a', {});
    const { events, log, complete } = bundleOf(supervised);
    expect(events.filter(({ type }) => type === 'call')).toHaveLength(50);
    expect(log).toHaveLength(200);
    expect(complete).toBe(false);
  });

  test('of a start that failed tells how', async () => {
    const supervised = supervise('');
    supervised.script =
      'console.log("loading"); Promise.reject(new Error("lost")); for (let i = 0; i < 1e7; i += 1);';
    await supervised.supervisor.start().catch(() => undefined);
    expect(bundleOf(supervised)).toMatchObject({ log: [{ level: 'info', message: 'loading' }], events: [] });
  });

  test('has the memory over time', async () => {
    const supervised = supervise('a: () => new Promise((resolve) => setTimeout(resolve, 150, 1))');
    await supervised.supervisor.call('test', 'a', {});
    const { usage } = bundleOf(supervised);
    // A look at a process that has not begun its program yet sees a few pages of it.
    expect(Math.max(...usage.map(({ rssBytes }) => rssBytes))).toBeGreaterThan(1e6);
  });
});
