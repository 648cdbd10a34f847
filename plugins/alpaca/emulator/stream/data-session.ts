import { clearTimeout, setTimeout } from 'node:timers';
import type { Connection } from '@bourse/sdk/emulator';
import type { AlpacaWorld } from '../guard.js';
import type { Codec } from './codec.js';
import { CHANNELS, type Channel, type MarketMessage } from './feed.js';

const AUTHENTICATION_MS = 10_000;

/** What the stream says is wrong. */
const ERRORS = {
  400: 'invalid syntax',
  401: 'not authenticated',
  402: 'auth failed',
  403: 'already authenticated',
  404: 'auth timeout',
  405: 'symbol limit exceeded',
  406: 'connection limit exceeded',
  409: 'insufficient subscription',
} as const;

/** One connection to the data stream: connected, authenticated, subscribed. */
export class DataSession {
  readonly #connection: Connection;
  readonly #world: AlpacaWorld;
  readonly #codec: Codec;
  readonly #feed: string;
  readonly #symbols = new Map<Channel, Set<string>>(CHANNELS.map((channel) => [channel, new Set()]));
  readonly #deadline: NodeJS.Timeout;
  #leave: (() => void) | undefined;

  constructor(connection: Connection, world: AlpacaWorld, codec: Codec) {
    this.#connection = connection;
    this.#world = world;
    this.#codec = codec;
    this.#feed = connection.call.params.feed ?? '';
    this.#deadline = setTimeout(() => this.#end(404), AUTHENTICATION_MS).unref();
  }

  /** Greets; keys in the headers of the handshake are as good as an auth message. */
  open(): void {
    this.#send([{ T: 'success', msg: 'connected' }]);
    const { call } = this.#connection;
    const id = call.header('apca-api-key-id');
    const secret = call.header('apca-api-secret-key');
    if (id !== undefined && secret !== undefined) this.#authenticate(id, secret);
  }

  receive(data: string | Uint8Array): void {
    const message = this.#codec.read(data);
    if (typeof message !== 'object' || message === null) return this.#fail(400);
    const { action, key, secret, ...channels } = message as Record<string, unknown>;
    if (action === 'auth') {
      if (this.#leave !== undefined) return this.#fail(403);
      return this.#authenticate(key, secret);
    }
    if (this.#leave === undefined) return this.#fail(401);
    if (action === 'subscribe' || action === 'unsubscribe') return this.#change(action, channels);
    this.#connection.undocumented(`action ${String(action)}`);
    this.#fail(400);
  }

  close(): void {
    clearTimeout(this.#deadline);
    this.#leave?.();
  }

  #authenticate(key: unknown, secret: unknown): void {
    const { credentials, scenario, state } = this.#world;
    if (key !== credentials.keyId || secret !== credentials.secretKey) return this.#end(402);
    if (this.#feed === 'sip' && scenario.dataPlan === 'basic') return this.#end(409);
    if (state.feed.has(this.#feed)) return this.#end(406);
    clearTimeout(this.#deadline);
    this.#leave = state.feed.subscribe({
      feed: this.#feed,
      wants: (channel, symbol) => this.#has(channel, symbol),
      deliver: (messages: readonly MarketMessage[]) => this.#send(messages),
    });
    this.#send([{ T: 'success', msg: 'authenticated' }]);
  }

  #has(channel: Channel, symbol: string): boolean {
    const symbols = this.#symbols.get(channel);
    return symbols?.has(symbol) === true || symbols?.has('*') === true;
  }

  #change(action: 'subscribe' | 'unsubscribe', channels: Readonly<Record<string, unknown>>): void {
    const wanted = Object.entries(channels).map(([name, symbols]) => [readChannel(name), symbols] as const);
    if (wanted.some(([channel, symbols]) => channel === undefined || !isTexts(symbols)))
      return this.#fail(400);
    const before = new Map([...this.#symbols].map(([channel, symbols]) => [channel, new Set(symbols)]));
    for (const [channel, symbols] of wanted) {
      for (const symbol of isTexts(symbols) ? symbols : []) {
        if (action === 'subscribe') this.#symbols.get(channel ?? 'trades')?.add(symbol);
        else this.#symbols.get(channel ?? 'trades')?.delete(symbol);
      }
    }
    const count = new Set([...this.#symbols.values()].flatMap((symbols) => [...symbols])).size;
    if (count > this.#world.scenario.streamSymbols) {
      for (const [channel, symbols] of before) this.#symbols.set(channel, symbols);
      return this.#fail(405);
    }
    this.#tellSubscriptions();
  }

  #tellSubscriptions(): void {
    const lists = Object.fromEntries([...this.#symbols].map(([channel, symbols]) => [channel, [...symbols]]));
    // Whoever subscribes to trades gets their corrections without asking.
    const trades = lists.trades ?? [];
    this.#send([
      { T: 'subscription', ...lists, statuses: [], lulds: [], corrections: trades, cancelErrors: trades },
    ]);
  }

  #fail(code: keyof typeof ERRORS): void {
    this.#send([{ T: 'error', code, msg: ERRORS[code] }]);
  }

  /** What cannot be mended ends the connection. */
  #end(code: keyof typeof ERRORS): void {
    this.#fail(code);
    this.#connection.close();
  }

  #send(messages: readonly object[]): void {
    this.#codec.send(this.#connection, messages);
  }
}

function readChannel(name: string): Channel | undefined {
  return CHANNELS.find((channel) => channel === name);
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}
