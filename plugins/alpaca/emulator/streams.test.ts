import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { emulator } from './index.js';
import { keyHeaders, type RunningAlpaca } from './testing/keyed-client.js';
import { openStream } from './testing/stream-client.js';

const DATA = 'wss://stream.data.alpaca.markets';

let running: RunningAlpaca;

beforeEach(async () => {
  running = await emulator.start({ clock: () => Date.parse('2026-11-23T15:00:00Z') });
});

afterEach(() => running.close());

const auth = (): object => ({
  action: 'auth',
  key: running.credentials.keyId,
  secret: running.credentials.secretKey,
});
const open = (path = '/v2/iex', headers: Record<string, string> = {}) =>
  openStream(`${running.origins[DATA] ?? ''}${path}`, headers);

describe('the data stream', () => {
  test('greets, authenticates, subscribes and sends what was subscribed to', async () => {
    const stream = await open();
    expect(await stream.next()).toEqual([{ T: 'success', msg: 'connected' }]);
    stream.send(auth());
    expect(await stream.next()).toEqual([{ T: 'success', msg: 'authenticated' }]);
    stream.send({ action: 'subscribe', trades: ['AAPL'], quotes: ['KO'], bars: ['*'] });
    expect(await stream.next()).toEqual([
      expect.objectContaining({ T: 'subscription', trades: ['AAPL'], quotes: ['KO'], bars: ['*'] }),
    ]);
    const quote = { T: 'q', S: 'KO', bp: 70.1, ap: 70.12 } as const;
    running.state.feed.publish({ T: 'q', S: 'AAPL', bp: 1 }, quote, { T: 't', S: 'AAPL', p: 250.1 });
    expect(await stream.next()).toEqual([quote, { T: 't', S: 'AAPL', p: 250.1 }]);
    stream.send({ action: 'unsubscribe', quotes: ['KO'] });
    expect(await stream.next()).toEqual([expect.objectContaining({ quotes: [] })]);
    stream.close();
  });

  test('sends a quote of its own with every beat, to whoever subscribed to it', async () => {
    const stream = await open('/v2/iex', keyHeaders(running));
    for (const _ of ['connected', 'authenticated']) await stream.next();
    stream.send({ action: 'subscribe', quotes: ['KO'] });
    await stream.next();
    running.beat();
    running.beat();
    const quotes = [await stream.next(), await stream.next()];
    expect(quotes).toEqual(
      Array(2).fill([expect.objectContaining({ T: 'q', S: 'KO', t: expect.any(String) })]),
    );
    expect(quotes[0]).not.toEqual(quotes[1]);
    stream.close();
  });

  test('takes the keys from the headers as well', async () => {
    const stream = await open('/v2/iex', keyHeaders(running));
    await stream.next();
    expect(await stream.next()).toEqual([{ T: 'success', msg: 'authenticated' }]);
    stream.close();
  });

  test('says what is wrong', async () => {
    const stream = await open();
    await stream.next();
    const errors: unknown[] = [];
    for (const message of [{ action: 'subscribe', quotes: ['KO'] }, 'no json', auth(), auth()]) {
      stream.send(message);
      errors.push(await stream.next());
    }
    stream.send({ action: 'subscribe', quotes: Array.from({ length: 31 }, (_, index) => `A${index}`) });
    errors.push(await stream.next());
    expect(errors).toEqual([
      [{ T: 'error', code: 401, msg: 'not authenticated' }],
      [{ T: 'error', code: 400, msg: 'invalid syntax' }],
      [{ T: 'success', msg: 'authenticated' }],
      [{ T: 'error', code: 403, msg: 'already authenticated' }],
      [{ T: 'error', code: 405, msg: 'symbol limit exceeded' }],
    ]);
    stream.close();
  });

  test('refuses wrong keys, a feed beyond the plan and a second connection', async () => {
    const wrong = await open();
    await wrong.next();
    wrong.send({ ...auth(), secret: 'wrong' });
    expect(await wrong.next()).toEqual([{ T: 'error', code: 402, msg: 'auth failed' }]);
    const sip = await open('/v2/sip', keyHeaders(running));
    await sip.next();
    expect(await sip.next()).toEqual([{ T: 'error', code: 409, msg: 'insufficient subscription' }]);
    const first = await open('/v2/iex', keyHeaders(running));
    await first.next();
    await first.next();
    const second = await open('/v2/iex', keyHeaders(running));
    await second.next();
    expect(await second.next()).toEqual([{ T: 'error', code: 406, msg: 'connection limit exceeded' }]);
    first.close();
  });
});

describe('the trade stream', () => {
  const openTrades = () => openStream(`${running.origins['wss://paper-api.alpaca.markets'] ?? ''}/stream`);

  test('of a paper account sends bytes', async () => {
    const stream = await openTrades();
    stream.send({ action: 'listen', data: { streams: ['trade_updates'] } });
    expect(await stream.next()).toEqual({
      stream: 'authorization',
      data: { status: 'unauthorized', action: 'listen' },
    });
    stream.send(auth());
    expect(await stream.next()).toMatchObject({ data: { status: 'authorized' } });
    stream.send({ action: 'listen', data: { streams: ['trade_updates'] } });
    expect(await stream.next()).toEqual({ stream: 'listening', data: { streams: ['trade_updates'] } });
    running.state.feed.publishTradeUpdate({ event: 'fill' });
    expect(await stream.next()).toEqual({ stream: 'trade_updates', data: { event: 'fill' } });
    expect(running.journal.frames.at(-1)?.data).toBeInstanceOf(Uint8Array);
    stream.close();
  });
});
