import type { Connection, SocketHandlers, SocketRoute } from '@bourse/sdk/emulator';
import { checkClaim } from './authentication.js';
import type { BitvavoWorld } from './endpoint.js';
import { INTERVALS } from './endpoints/intervals.js';
import type { Topics } from './feed.js';
import { BitvavoRefusal, invalidParameter } from './refusal.js';
import type { BitvavoScenario } from './scenario.js';
import type { BitvavoState } from './state.js';
import { ActionSchema, answerAction } from './stream-action.js';
import { MessageSchema, type Channel, type StreamMessage } from './stream-message.js';

/** The WebSocket: public channels for all, `account` after `authenticate`. */
export const stream: SocketRoute<BitvavoScenario, BitvavoState> = {
  origin: 'wss://ws.bitvavo.com',
  path: '/v2/',
  open: (connection, world) => openStream(connection, world),
};

function openStream(connection: Connection, world: BitvavoWorld): SocketHandlers {
  const client = { connection, world, topics: world.state.feed.join(connection), key: '' };
  return {
    message: (data) => {
      const message = MessageSchema.safeParse(parse(data));
      if (message.success) return act(client, message.data);
      const action = ActionSchema.safeParse(parse(data));
      if (action.success) return answerAction(action.data, client);
      connection.undocumented(`a message that is not documented: ${String(data)}`);
      connection.sendJson({ errorCode: 110, error: 'Invalid endpoint. Please check url and HTTP method.' });
    },
    close: () => world.state.feed.leave(connection),
  };
}

interface Client {
  readonly connection: Connection;
  readonly world: BitvavoWorld;
  readonly topics: Topics;
  /** The API key, empty before the connection is authenticated. */
  key: string;
}

function act(client: Client, message: StreamMessage): void {
  try {
    if (message.action === 'authenticate') authenticate(client, message);
    else if (message.action === 'subscribe') subscribe(client, message.channels);
    else unsubscribe(client, message.channels);
  } catch (error) {
    if (!(error instanceof BitvavoRefusal)) throw error;
    client.connection.sendJson({ action: message.action, ...error.body });
  }
}

function authenticate(client: Client, message: StreamMessage & { action: 'authenticate' }): void {
  const { key, signature, timestamp, window } = message;
  const request = { method: 'GET', target: '/v2/websocket', body: '' };
  checkClaim(
    { key, signature, timestamp: String(timestamp), window: String(window ?? ''), ...request },
    client.world,
  );
  client.key = key;
  client.connection.sendJson({ event: 'authenticate', authenticated: true });
}

function subscribe(client: Client, channels: readonly Channel[]): void {
  if (channels.some(({ name }) => name === 'account') && client.key === '') {
    throw new BitvavoRefusal(403, 300, 'Authentication is required to call this endpoint.');
  }
  for (const topic of topicsOf(channels, client.world.scenario)) client.topics.add(topic);
  client.connection.sendJson({ event: 'subscribed', subscriptions: listSubscriptions(client.topics) });
}

function unsubscribe(client: Client, channels: readonly Channel[]): void {
  for (const topic of topicsOf(channels, client.world.scenario)) client.topics.delete(topic);
  client.connection.sendJson({ event: 'unsubscribed', subscriptions: listSubscriptions(client.topics) });
}

function topicsOf(channels: readonly Channel[], { prices }: BitvavoScenario): string[] {
  return channels.flatMap(({ name, markets, interval = [] }) => {
    if (markets.some((market) => !Object.hasOwn(prices, market))) throw invalidParameter('market');
    if (name !== 'candles') return markets.map((market) => `${name} ${market}`);
    if (interval.length === 0 || interval.some((one) => !INTERVALS.includes(one))) {
      throw invalidParameter('interval');
    }
    return markets.flatMap((market) => interval.map((one) => `${name} ${market} ${one}`));
  });
}

/** Markets by channel, those of candles by interval. */
function listSubscriptions(topics: Topics): Record<string, unknown> {
  const parts = [...topics].map((topic) => topic.split(' '));
  const byChannel = Map.groupBy(parts, ([name = '']) => name);
  const entries = [...byChannel].map(([name, own]): [string, unknown] => {
    if (name !== 'candles') return [name, own.map(([, market]) => market)];
    const byInterval = Map.groupBy(own, ([, , interval = '']) => interval);
    return [
      name,
      Object.fromEntries([...byInterval].map(([one, of]) => [one, of.map(([, market]) => market)])),
    ];
  });
  return Object.fromEntries(entries);
}

function parse(data: string | Uint8Array): unknown {
  try {
    return typeof data === 'string' ? JSON.parse(data) : undefined;
  } catch {
    return undefined;
  }
}
