import { ProtocolViolation } from './protocol-violation.js';

/** Bytes before each payload: its length as u32 (big endian), then its kind as u8. */
export const FRAME_HEADER_BYTES = 5;

/** The longest payload that either side accepts, in bytes. */
export const FRAME_LIMIT_BYTES = 8 * 1024 * 1024;

/** A message in JSON. */
export const FRAME_JSON = 0;
/** A piece of input: u32 call id, then the bytes. */
export const FRAME_CONTENT = 1;
/** A piece of the body of a request or of its answer: u32 id of the request, from the host f64 its clock, then the bytes. */
export const FRAME_BODY = 2;
/** A binary message of a socket: u32 id of the socket, from the host f64 its clock, then the bytes. */
export const FRAME_SOCKET = 3;
/**
 * A whole answer to a request, the host's last word on it: u32 id of the request, f64 the host's clock, u32 length of its
 * head, its head in JSON, then its body.
 */
export const FRAME_ANSWER = 4;

export type FrameKind =
  typeof FRAME_JSON | typeof FRAME_CONTENT | typeof FRAME_BODY | typeof FRAME_SOCKET | typeof FRAME_ANSWER;

/** The payload is a view of the chunk it came in where that was possible: valid until the handler returns. */
export type FrameHandler = (kind: number, payload: Buffer) => void;

/** Bytes before a piece of input inside its payload: the id of what it belongs to, and the host's clock. */
const ID_BYTES = 4;
const CLOCK_BYTES = 8;
const LENGTH_BYTES = 4;

export function encodeJsonFrame(json: string): Buffer {
  const length = Buffer.byteLength(json);
  const frame = Buffer.allocUnsafe(FRAME_HEADER_BYTES + length);
  writeHeader(frame, length, FRAME_JSON);
  frame.write(json, FRAME_HEADER_BYTES);
  return frame;
}

export function encodeContentFrame(callId: number, bytes: Uint8Array): Buffer {
  return encodeBytesFrame(FRAME_CONTENT, callId, bytes);
}

export function encodeBytesFrame(kind: FrameKind, id: number, bytes: Uint8Array): Buffer {
  const frame = openFrame(kind, id, ID_BYTES + bytes.length);
  frame.set(bytes, FRAME_HEADER_BYTES + ID_BYTES);
  return frame;
}

/** `now`: the host's clock in milliseconds since 1970. */
export function encodeTimedFrame(kind: FrameKind, id: number, now: number, bytes: Uint8Array): Buffer {
  const frame = openFrame(kind, id, ID_BYTES + CLOCK_BYTES + bytes.length);
  frame.writeDoubleBE(now, FRAME_HEADER_BYTES + ID_BYTES);
  frame.set(bytes, FRAME_HEADER_BYTES + ID_BYTES + CLOCK_BYTES);
  return frame;
}

/** `now`: the host's clock in milliseconds since 1970. */
export function encodeAnswerFrame(id: number, now: number, head: string, body: Uint8Array): Buffer {
  const headBytes = Buffer.byteLength(head);
  const start = FRAME_HEADER_BYTES + ID_BYTES + CLOCK_BYTES + LENGTH_BYTES;
  const frame = openFrame(FRAME_ANSWER, id, start - FRAME_HEADER_BYTES + headBytes + body.length);
  frame.writeDoubleBE(now, FRAME_HEADER_BYTES + ID_BYTES);
  frame.writeUInt32BE(headBytes, start - LENGTH_BYTES);
  frame.write(head, start);
  frame.set(body, start + headBytes);
  return frame;
}

export function decodeContentPayload(payload: Buffer): { callId: number; bytes: Buffer } {
  const { id, bytes } = decodeBytesPayload(payload);
  return { callId: id, bytes };
}

export function decodeBytesPayload(payload: Buffer): { id: number; bytes: Buffer } {
  if (payload.length < ID_BYTES) throw new ProtocolViolation('bytes that belong to nothing');
  return { id: payload.readUInt32BE(0), bytes: payload.subarray(ID_BYTES) };
}

export function decodeTimedPayload(payload: Buffer): { id: number; now: number; bytes: Buffer } {
  const { id, bytes } = decodeBytesPayload(payload);
  return { id, now: bytes.readDoubleBE(0), bytes: bytes.subarray(CLOCK_BYTES) };
}

/** The bytes of an answer as {@link decodeTimedPayload} gives them. */
export function decodeAnswer(bytes: Buffer): { head: string; body: Buffer } {
  const end = LENGTH_BYTES + bytes.readUInt32BE(0);
  return { head: bytes.toString('utf8', LENGTH_BYTES, end), body: bytes.subarray(end) };
}

function openFrame(kind: FrameKind, id: number, length: number): Buffer {
  const frame = Buffer.allocUnsafe(FRAME_HEADER_BYTES + length);
  writeHeader(frame, length, kind);
  frame.writeUInt32BE(id, FRAME_HEADER_BYTES);
  return frame;
}

function writeHeader(frame: Buffer, length: number, kind: FrameKind): void {
  frame.writeUInt32BE(length, 0);
  frame.writeUInt8(kind, 4);
}
