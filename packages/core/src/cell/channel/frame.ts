/** Bytes before each payload: its length as u32 (big endian), then its kind as u8. */
export const FRAME_HEADER_BYTES = 5;

/** The longest payload that either side accepts, in bytes. */
export const FRAME_LIMIT_BYTES = 8 * 1024 * 1024;

/** A message in JSON. */
export const FRAME_JSON = 0;
/** A piece of input: u32 call id, then the bytes. */
export const FRAME_CONTENT = 1;

export type FrameKind = typeof FRAME_JSON | typeof FRAME_CONTENT;

/** The payload is a view of the chunk it came in where that was possible: valid until the handler returns. */
export type FrameHandler = (kind: number, payload: Buffer) => void;

/** Bytes before each piece of input inside its payload: the call id. */
const CONTENT_HEADER_BYTES = 4;

export function encodeJsonFrame(json: string): Buffer {
  const length = Buffer.byteLength(json);
  const frame = Buffer.allocUnsafe(FRAME_HEADER_BYTES + length);
  writeHeader(frame, length, FRAME_JSON);
  frame.write(json, FRAME_HEADER_BYTES);
  return frame;
}

export function encodeContentFrame(callId: number, bytes: Uint8Array): Buffer {
  const length = CONTENT_HEADER_BYTES + bytes.length;
  const frame = Buffer.allocUnsafe(FRAME_HEADER_BYTES + length);
  writeHeader(frame, length, FRAME_CONTENT);
  frame.writeUInt32BE(callId, FRAME_HEADER_BYTES);
  frame.set(bytes, FRAME_HEADER_BYTES + CONTENT_HEADER_BYTES);
  return frame;
}

export function decodeContentPayload(payload: Buffer): { callId: number; bytes: Buffer } {
  return { callId: payload.readUInt32BE(0), bytes: payload.subarray(CONTENT_HEADER_BYTES) };
}

function writeHeader(frame: Buffer, length: number, kind: FrameKind): void {
  frame.writeUInt32BE(length, 0);
  frame.writeUInt8(kind, 4);
}
