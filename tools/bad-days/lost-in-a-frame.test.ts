import { expect, test } from '@jest/globals';
import { findSecrets } from './scene/find-secrets.ts';
import { Host } from './scene/host.ts';
import { Institution } from './scene/institution.ts';

const BITCOIN = { kind: 'CRYPTO', name: 'BTC', symbol: 'BTC' };
const MARKET = 'BTC-EUR';

test('a connection that is lost at any byte of a frame costs that quote alone: the stream goes on by itself', async () => {
  await using host = await Host.start(['bitvavo']);
  await using institution = await Institution.start('bitvavo', host);
  const { credentials, origins, running } = institution;
  const { connections } = host.manager;
  const { id } = await connections.add({ plugin: 'bitvavo', credentials, origins });
  const { feed } = running.state as { feed: { tick(market: string, price: string): void } };
  const sent = (): string[] =>
    running.journal.frames.filter(({ direction }) => direction === 'out').map(({ data }) => String(data));
  const subscriptions = (): number => sent().filter((data) => data.includes('"subscribed"')).length;

  const lengths = await connections.use(id, async (session) => {
    const quotes = session.watch('stream', 'subscribeQuotes', { instruments: [BITCOIN] });
    const first = quotes.next();
    await until(() => subscriptions() === 1);
    feed.tick(MARKET, '80000');
    expect((await first).value).toMatchObject({ last: '80000' });
    const length = frameLength(sent().at(-1) ?? '');
    for (let bytes = 0; bytes < length; bytes += 1) {
      const next = quotes.next();
      running.faults.inject({ kind: 'cutFrame', afterBytes: bytes });
      feed.tick(MARKET, '70000');
      await until(() => subscriptions() === bytes + 2);
      const price = String(80_001 + bytes);
      feed.tick(MARKET, price);
      expect((await next).value).toMatchObject({ instrument: BITCOIN, last: price, currency: 'EUR' });
    }
    await quotes.return();
    return length;
  });

  expect(lengths).toBeGreaterThan(100);
  expect(new Set(running.journal.of('SOCKET /v2/').map(({ status }) => status))).toEqual(new Set([101]));
  expect(findSecrets(host, institution, [])).toEqual([]);
  running.journal.expectClean();
}, 180_000);

/** Of a frame that a server sends: a head of two bytes, or four where the text is longer than 125 bytes. */
function frameLength(text: string): number {
  const bytes = Buffer.byteLength(text);
  return bytes + (bytes > 125 ? 4 : 2);
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setImmediate(resolve));
}
