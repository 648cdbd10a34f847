import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { PluginManager } from '@bourse/core';
import type { Answer, RunningEmulator } from '@bourse/sdk/emulator';
import { buildPlugin } from './built-plugin.ts';
import { importEmulator } from './plugin-emulators.ts';
import { ProviderHost } from './provider-host.ts';

const INSTRUMENT = { kind: 'EQUITY', name: 'Apple', brokerId: '265598' };

let host: ProviderHost;
let running: RunningEmulator<unknown, unknown>;
let manager: PluginManager;

beforeAll(async () => {
  buildPlugin('ibkr');
  host = await ProviderHost.start({ plugin: 'ibkr', settings: { clientPortal: true } });
  ({ manager, running } = host);
});

beforeEach(() => running.journal.clear());

afterAll(() => host[Symbol.asyncDispose]());

test('the recipes of the manifest sign what the institution accepts: a key exchange, then each request', async () => {
  const [accounts, positions, quotes] = await manager.connections.use('ibkr', async (session) => [
    await session.call('account', 'listAccounts', {}),
    await session.call('portfolio', 'listPositions', {}),
    await session.call('quote', 'getQuotes', { instruments: [INSTRUMENT] }),
  ]);
  expect(accounts).toMatchObject({ items: [{ id: 'U7654321' }] });
  expect(positions).toMatchObject({ items: { length: 5 } });
  expect(quotes).toMatchObject([{ bid: '250.41', ask: '250.43' }]);
  expect(new Set(running.journal.entries.map(({ verdict }) => verdict.signature))).toEqual(
    new Set(['valid']),
  );
  running.journal.expectClean();
});

test('quotes come over a socket that is opened with a session the plugin never sees', async () => {
  const quote = await manager.connections.use('ibkr', async (session) => {
    const quotes = session.watch('stream', 'subscribeQuotes', { instruments: [INSTRUMENT] });
    for await (const first of quotes) return first;
    return undefined;
  });
  expect(quote).toMatchObject({ instrument: { brokerId: '265598' }, bid: '250.41' });
  expect(running.journal.of('WebSocket').map(({ verdict }) => verdict.signature)).toEqual(['valid']);
  running.journal.expectClean();
});

test('the statement of the Flex query comes with a token that the host places', async () => {
  const statement = await manager.connections.use('ibkr', (session) => session.readStatement().collect());
  expect(statement.transactions).toHaveLength(10);
  expect(statement.problems).toEqual([]);
  running.journal.expectClean();
});

test('an institution that does not prove to have the same session key is refused, and not asked again', async () => {
  // One of its own, since its fault and the session that it opens would be there for whichever test comes next.
  const emulator = await importEmulator('ibkr');
  await using doubtful = await emulator.start();
  const { credentials, origins, journal } = doubtful;
  doubtful.faults.inject(
    { kind: 'rewrite', rewrite: spoilProof },
    { route: 'POST /oauth/live_session_token', times: Infinity },
  );
  const { id } = await manager.connections.add({ plugin: 'ibkr', name: 'doubtful', credentials, origins });
  const ask = () => manager.connections.use(id, (session) => session.call('account', 'listAccounts', {}));
  await expect(ask()).rejects.toMatchObject({ code: 'AUTH_INVALID' });
  await expect(ask()).rejects.toMatchObject({ code: 'AUTH_INVALID' });
  expect(journal.entries.map(({ route }) => route)).toEqual(['POST /oauth/live_session_token']);
});

function spoilProof(answer: Answer): Answer {
  const text = Buffer.from(answer.body).toString();
  const spoilt = text.replace(/("live_session_token_signature":")(.)/, (_, name: string, digit: string) =>
    name.concat(digit === '0' ? '1' : '0'),
  );
  return { ...answer, body: Buffer.from(spoilt) };
}
