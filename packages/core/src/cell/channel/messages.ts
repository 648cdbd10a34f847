import type { LogLevel } from '../../interfaces/enumerations/log-level.js';
import type { Problem } from '../../interfaces/problems/problem.js';
import type { JsonObject, JsonValue } from './json.js';

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
  | (Timed & ActivateMessage)
  | (Timed & CallMessage)
  | { type: 'contentEnd'; id: number }
  | { type: 'credit'; id: number; count: number }
  | (Timed & { type: 'cancel'; id: number })
  | (Timed & { type: 'fire'; timer: number })
  | (Timed & { type: 'deactivate' })
  | { type: 'ping' }
  | (Timed & NetworkAnswer)
  | (Timed & { type: 'stored'; id: number; value?: JsonValue })
  | (Timed & { type: 'storageFailed'; id: number; problem: Problem });

export interface ActivateMessage {
  readonly type: 'activate';
  readonly settings: JsonObject;
  readonly connection?: ConnectionName;
  /** What the plugin may ask the host for; absent: not this. */
  readonly network?: true;
  readonly storage?: true;
}

export type HeaderPair = readonly [name: string, value: string];

/** The head of an answer. */
export interface AnswerHead {
  readonly status: number;
  readonly url: string;
  readonly headers: readonly HeaderPair[];
}

/**
 * What the host says about requests and sockets. Pieces of bodies and binary messages come as frames of their own, and so
 * do answers whose body is there as a whole.
 */
export type NetworkAnswer =
  /** The host has taken so many pieces of the body of a request. */
  | { type: 'requestCredit'; id: number; count: number }
  | ({ type: 'response'; id: number } & AnswerHead)
  /** The body of the answer is complete. */
  | { type: 'responseEnd'; id: number }
  /** There is no answer, or no more of it. */
  | { type: 'requestFailed'; id: number; problem: Problem }
  | { type: 'socketOpened'; id: number; protocol: string }
  | { type: 'socketMessage'; id: number; text: string }
  /** The host has sent so many messages of the plugin. */
  | { type: 'socketSent'; id: number; count: number }
  /** The last word of the host on a socket; `problem` where it failed. */
  | { type: 'socketClosed'; id: number; code: number; reason: string; clean: boolean; problem?: Problem };

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
  | NetworkMessage
  | StorageMessage
  | { type: 'pong' }
  | { type: 'crash'; message: string; stack?: string };

/**
 * What a guest says about its requests and sockets, whose ids rise. Each is closed by the guest, once: when the host has
 * said its last word on it, or when the plugin does not want it any more.
 */
export type NetworkMessage =
  | {
      type: 'request';
      id: number;
      method: string;
      url: string;
      headers: readonly HeaderPair[];
      /** Pieces of a body follow as frames, then `requestEnd`. */
      hasBody: boolean;
    }
  | { type: 'requestEnd'; id: number }
  /** The plugin has read so many pieces of the answer. */
  | { type: 'responseCredit'; id: number; count: number }
  | { type: 'requestOver'; id: number }
  | { type: 'socketOpen'; id: number; url: string; protocols: readonly string[] }
  | { type: 'socketSend'; id: number; text: string }
  /** The plugin has handled so many messages. */
  | { type: 'socketCredit'; id: number; count: number }
  | { type: 'socketClose'; id: number; code?: number; reason?: string }
  | { type: 'socketOver'; id: number };

/** One operation on the storage of the plugin, whose ids rise; the host answers each. `key` of a list is the beginning of keys. */
export interface StorageMessage {
  readonly type: 'storage';
  readonly id: number;
  readonly operation: 'get' | 'set' | 'delete' | 'list';
  readonly key: string;
  readonly value?: unknown;
}
