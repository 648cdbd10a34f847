import { writeSync } from 'node:fs';
import { Socket, type OnReadOpts, type SocketConstructorOpts } from 'node:net';
import {
  encodeBytesFrame,
  encodeJsonFrame,
  FRAME_LIMIT_BYTES,
  type FrameHandler,
  type FrameKind,
} from '../channel/frame.js';
import { FrameReader } from '../channel/frame-reader.js';
import type { GuestMessage } from '../channel/messages.js';

/** File descriptors that the host opens for the cell; nothing else in the process writes there. */
const FROM_HOST = 3;
const TO_HOST = 4;

const READ_BYTES = 64 * 1024;

let closed = false;

export function send(message: GuestMessage): void {
  sendText(JSON.stringify(message));
}

/** Writes one message, waiting until the host has taken it: the pipe itself is the brake. */
export function sendText(json: string): void {
  if (!closed) write(encodeJsonFrame(json));
}

/** Writes a piece of a body or a binary message. */
export function sendBytes(kind: FrameKind, id: number, bytes: Uint8Array): void {
  if (!closed) write(encodeBytesFrame(kind, id, bytes));
}

function write(frame: Buffer): void {
  let written = 0;
  while (written < frame.length) written += writeSync(TO_HOST, frame, written);
}

/** Nothing is sent any more from here on. */
export function closeChannel(): void {
  closed = true;
}

/**
 * Hands over the host's frames, each in a turn of its own, so that everything which one message set off has run
 * before the next is seen, in whatever pieces they arrived. A replay depends on this. The payload is valid until the
 * handler returns.
 */
export function receive(onFrame: FrameHandler): void {
  const waiting: { kind: number; payload: Buffer }[] = [];
  /** Nothing waits and nothing runs: the next frame may be handed over as it comes. */
  let free = false;
  const takeNext = (): void => {
    const frame = waiting.shift();
    if (frame !== undefined) onFrame(frame.kind, frame.payload);
    if (waiting.length > 0) setImmediate(takeNext);
  };
  const reader = new FrameReader({
    limitBytes: FRAME_LIMIT_BYTES,
    onFrame: (kind, payload) => {
      if (free) {
        free = false;
        return onFrame(kind, payload);
      }
      if (waiting.length === 0) setImmediate(takeNext);
      // What was read is overwritten by what is read next.
      waiting.push({ kind, payload: Buffer.from(payload) });
    },
  });
  readPipe((chunk) => {
    free = waiting.length === 0;
    reader.push(chunk);
  });
}

/** Reads past the streams of the runtime, which cost as much as the rest of a small call. */
function readPipe(onChunk: (chunk: Buffer) => void): void {
  const buffer = Buffer.allocUnsafeSlow(READ_BYTES);
  const callback = (length: number): boolean => {
    onChunk(buffer.subarray(0, length));
    return true;
  };
  const options: SocketConstructorOpts & { onread: OnReadOpts } = {
    fd: FROM_HOST,
    readable: true,
    writable: false,
    onread: { buffer, callback },
  };
  const socket = new Socket(options);
  socket.on('end', () => process.exit(0));
  socket.on('error', () => process.exit(0));
}
