import { writeSync } from 'node:fs';
import { Socket } from 'node:net';
import { encodeJsonFrame, FRAME_LIMIT_BYTES } from '../channel/frame.js';
import { FrameReader } from '../channel/frame-reader.js';
import type { GuestMessage } from '../channel/messages.js';

/** File descriptors that the host opens for the cell; nothing else in the process writes there. */
const FROM_HOST = 3;
const TO_HOST = 4;

let closed = false;

export function send(message: GuestMessage): void {
  sendText(JSON.stringify(message));
}

/** Writes one message, waiting until the host has taken it: the pipe itself is the brake. */
export function sendText(json: string): void {
  if (closed) return;
  const frame = encodeJsonFrame(json);
  let written = 0;
  while (written < frame.length) written += writeSync(TO_HOST, frame, written);
}

/** Nothing is sent any more from here on. */
export function closeChannel(): void {
  closed = true;
}

/**
 * Hands over the host's frames, each in a turn of its own, so that everything which one message set off has run
 * before the next is seen, in whatever pieces they arrived. A replay depends on this.
 */
export function receive(onFrame: (kind: number, payload: Buffer) => void): void {
  const waiting: { kind: number; payload: Buffer }[] = [];
  let scheduled = false;
  const takeNext = (): void => {
    scheduled = false;
    const frame = waiting.shift();
    if (frame === undefined) return;
    if (waiting.length > 0) schedule();
    onFrame(frame.kind, frame.payload);
  };
  const schedule = (): void => {
    if (scheduled) return;
    scheduled = true;
    setImmediate(takeNext);
  };
  const reader = new FrameReader({
    limitBytes: FRAME_LIMIT_BYTES,
    onFrame: (kind, payload) => waiting.push({ kind, payload }),
  });
  const socket = new Socket({ fd: FROM_HOST, readable: true, writable: false });
  socket.on('data', (chunk: Buffer) => {
    reader.push(chunk);
    if (!scheduled) takeNext();
  });
  socket.on('end', () => process.exit(0));
  socket.on('error', () => process.exit(0));
}
