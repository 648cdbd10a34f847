import type { LogLevel } from '../../interfaces/enumerations/log-level.js';
import type { JsonObject } from './json.js';

/** Version of the protocol between host and guest; the first message names it. */
export const PROTOCOL_VERSION = 1;

/** Pieces of input that the host may send ahead of the plugin's reading. */
export const CONTENT_WINDOW = 4;

/** Bytes of one piece of input. */
export const CONTENT_CHUNK_BYTES = 64 * 1024;

/** Stream items that the guest may send ahead of the consumer. */
export const ITEM_WINDOW = 4;

/** Timers that a plugin may have waiting at the same time. */
export const TIMER_LIMIT = 1_000;

export interface PluginIdentity {
  readonly id: string;
  readonly version: string;
}

/** One login at one institution, as the plugin knows it. */
export interface ConnectionName {
  readonly id: string;
  readonly name: string;
}

/** `now` is the host's clock in milliseconds since 1970; it stands still in the cell until the next message that has one. */
interface Timed {
  readonly now: number;
}

export type HostMessage =
  | (Timed & { type: 'hello'; protocol: number; plugin: PluginIdentity; apiVersion: string; seed: string })
  | (Timed & { type: 'load'; script: string })
  | (Timed & { type: 'activate'; settings: JsonObject; connection?: ConnectionName })
  | (Timed & CallMessage)
  | { type: 'contentEnd'; id: number }
  | { type: 'credit'; id: number; count: number }
  | (Timed & { type: 'cancel'; id: number })
  | (Timed & { type: 'fire'; timer: number })
  | (Timed & { type: 'deactivate' })
  | { type: 'ping' };

export interface CallMessage {
  readonly type: 'call';
  readonly id: number;
  readonly service: string;
  readonly method: string;
  readonly input: JsonObject;
  /** Pieces of input follow; the method finds them as `content`. */
  readonly content: boolean;
  /** The answer is a stream; this many items may be sent before the next credit. 0: one answer. */
  readonly credit: number;
}

/** What a plugin offers: method names by service. */
export type OfferedServices = Readonly<Record<string, readonly string[]>>;

/** What the plugin threw, not yet checked, with the place in its script, kept apart for logs and evidence. */
export interface GuestFailure {
  readonly problem: unknown;
  readonly stack?: string;
}

export type GuestMessage =
  | { type: 'ready'; protocol: number }
  | { type: 'ack'; step: 'load' | 'activate' | 'deactivate' }
  | { type: 'loaded' }
  | { type: 'activated'; services: OfferedServices }
  | { type: 'deactivated' }
  | ({ type: 'failed' } & GuestFailure)
  | { type: 'result'; id: number; value: unknown }
  | ({ type: 'problem'; id: number } & GuestFailure)
  | { type: 'item'; id: number; value: unknown }
  | { type: 'end'; id: number }
  | { type: 'contentCredit'; id: number; count: number }
  | { type: 'timer'; id: number; delay: number }
  | { type: 'clear'; id: number }
  | { type: 'log'; level: LogLevel; message: string; fields?: JsonObject }
  | { type: 'request'; id: number }
  | { type: 'pong' }
  | { type: 'crash'; message: string; stack?: string };
