import type { Connection } from '@bourse/sdk/emulator';
import { EXT_TIMESTAMP, ExtData, decode, encode, encodeTimeSpecToTimestamp } from '@msgpack/msgpack';

/** How the messages of one connection are written. */
export interface Codec {
  send(connection: Connection, value: unknown): void;
  /** Undefined for what cannot be read. */
  read(data: string | Uint8Array): unknown;
}

/** JSON as text, what a connection speaks unless it asks for MessagePack. */
export const TEXT: Codec = {
  send: (connection, value) => connection.sendJson(value),
  read: (data) => parse(typeof data === 'string' ? data : new TextDecoder().decode(data)),
};

/** JSON as bytes: the trade stream of paper accounts. */
export const BINARY: Codec = {
  send: (connection, value) => connection.send(new TextEncoder().encode(JSON.stringify(value))),
  read: TEXT.read,
};

/** MessagePack, where times are of the extension type for timestamps. */
const MESSAGE_PACK: Codec = {
  send: (connection, value) => connection.send(encode(withTimestamps(value))),
  read: (data) => {
    try {
      return typeof data === 'string' ? undefined : decode(data);
    } catch {
      return undefined;
    }
  },
};

export function codecFor(contentType: string | undefined): Codec {
  return contentType === 'application/msgpack' ? MESSAGE_PACK : TEXT;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function withTimestamps(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withTimestamps);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === 't' && typeof inner === 'string' ? toTimestamp(inner) : inner,
    ]),
  );
}

function toTimestamp(instant: string): ExtData {
  const nanoseconds = Temporal.Instant.from(instant).epochNanoseconds;
  const time = { sec: Number(nanoseconds / 1_000_000_000n), nsec: Number(nanoseconds % 1_000_000_000n) };
  return new ExtData(EXT_TIMESTAMP, encodeTimeSpecToTimestamp(time));
}
