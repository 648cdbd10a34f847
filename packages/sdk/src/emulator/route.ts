import type { Answer } from './call/answer.js';
import type { Call } from './call/call.js';
import type { Connection } from './socket/connection.js';
import type { World } from './world.js';

/** One documented endpoint. */
export interface Route<Scenario, State> {
  /** What faults and the journal call it; method and path unless told. */
  readonly name?: string;
  /** One of the emulator's origins; the first unless told. */
  readonly origin?: string;
  readonly method: string;
  /** Literal segments and `:name` for any one segment. The first route that matches is taken. */
  readonly path: string;
  /** @throws UndocumentedRequest for what the documentation does not know */
  answer(call: Call, world: World<Scenario, State>): Answer | Promise<Answer>;
}

/** What an emulator does about one open WebSocket. */
export interface SocketHandlers {
  /** Text comes as a string, binary as bytes. One message is worked on at a time. */
  message?(data: string | Uint8Array): void | Promise<void>;
  /** The connection is gone, whoever ended it. */
  close?(): void;
}

/** One documented WebSocket endpoint. */
export interface SocketRoute<Scenario, State> {
  /** What faults and the journal call it; `SOCKET` and the path unless told. */
  readonly name?: string;
  /** One of the emulator's origins, such as `wss://stream.acme.example`. */
  readonly origin: string;
  readonly path: string;
  /** @returns an answer that refuses the handshake, or undefined to accept it */
  accept?(call: Call, world: World<Scenario, State>): Answer | undefined;
  open(connection: Connection, world: World<Scenario, State>): SocketHandlers;
}

export function routeName(route: { name?: string; method: string; path: string }): string {
  return route.name ?? `${route.method} ${route.path}`;
}

export function socketName(route: { name?: string; path: string }): string {
  return route.name ?? `SOCKET ${route.path}`;
}
