import type { Connection } from '@bourse/sdk/emulator';
import type { AlpacaWorld } from '../guard.js';
import type { Codec } from './codec.js';

/** One connection to the trade stream: authorized, then listening to updates of orders. */
export class TradeSession {
  readonly #connection: Connection;
  readonly #world: AlpacaWorld;
  readonly #codec: Codec;
  #isAuthorized = false;
  #leave: (() => void) | undefined;

  constructor(connection: Connection, world: AlpacaWorld, codec: Codec) {
    this.#connection = connection;
    this.#world = world;
    this.#codec = codec;
  }

  receive(data: string | Uint8Array): void {
    const message = this.#codec.read(data);
    const { action, key, secret, data: inner } = fieldsOf(message);
    const { key_id: keyId, secret_key: secretKey, streams } = fieldsOf(inner);
    // `authenticate` with nested keys is the older way and works as well.
    if (action === 'auth') this.#authorize(action, key, secret);
    else if (action === 'authenticate') this.#authorize(action, keyId, secretKey);
    else if (action === 'listen') this.#listen(streams);
    else {
      this.#connection.undocumented(`action ${String(action)}`);
      this.#send('error', { error_message: 'invalid action' });
    }
  }

  close(): void {
    this.#leave?.();
  }

  #authorize(action: string, key: unknown, secret: unknown): void {
    const { credentials } = this.#world;
    this.#isAuthorized = key === credentials.keyId && secret === credentials.secretKey;
    this.#send('authorization', { status: this.#isAuthorized ? 'authorized' : 'unauthorized', action });
  }

  #listen(streams: unknown): void {
    if (!this.#isAuthorized) {
      return this.#send('authorization', { status: 'unauthorized', action: 'listen' });
    }
    const wanted = Array.isArray(streams) && streams.includes('trade_updates') ? ['trade_updates'] : [];
    this.#leave?.();
    this.#leave =
      wanted.length === 0
        ? undefined
        : this.#world.state.feed.listen((update) => this.#send('trade_updates', update));
    this.#send('listening', { streams: wanted });
  }

  #send(stream: string, data: unknown): void {
    this.#codec.send(this.#connection, { stream, data });
  }
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
