import { FRAME_HEADER_BYTES, type FrameHandler } from './frame.js';
import { ProtocolViolation } from './protocol-violation.js';

/** Cuts a byte stream into frames, whatever the pieces it arrives in. Refuses a frame above the limit as soon as its header is there. */
export class FrameReader {
  readonly #limitBytes: number;
  readonly #onFrame: FrameHandler;
  readonly #header = Buffer.alloc(FRAME_HEADER_BYTES);
  #headerFilled = 0;
  #payload: Buffer | undefined;
  #payloadFilled = 0;

  constructor(options: { limitBytes: number; onFrame: FrameHandler }) {
    this.#limitBytes = options.limitBytes;
    this.#onFrame = options.onFrame;
  }

  push(chunk: Buffer): void {
    let offset = 0;
    while (offset < chunk.length) {
      offset =
        this.#payload === undefined ? this.#takeHeader(chunk, offset) : this.#takePayload(chunk, offset);
    }
  }

  #takeHeader(chunk: Buffer, offset: number): number {
    const taken = chunk.copy(this.#header, this.#headerFilled, offset);
    this.#headerFilled += taken;
    if (this.#headerFilled < FRAME_HEADER_BYTES) return offset + taken;
    const length = this.#header.readUInt32BE(0);
    if (length > this.#limitBytes) throw new ProtocolViolation(`a frame of ${length} bytes`);
    return this.#startPayload(chunk, offset + taken, length);
  }

  #startPayload(chunk: Buffer, start: number, length: number): number {
    const end = start + length;
    if (end <= chunk.length) {
      this.#emit(chunk.subarray(start, end));
      return end;
    }
    this.#payload = Buffer.allocUnsafeSlow(length);
    this.#payloadFilled = 0;
    return start;
  }

  #takePayload(chunk: Buffer, offset: number): number {
    const payload = this.#payload ?? Buffer.alloc(0);
    const taken = chunk.copy(payload, this.#payloadFilled, offset);
    this.#payloadFilled += taken;
    if (this.#payloadFilled === payload.length) this.#emit(payload);
    return offset + taken;
  }

  #emit(payload: Buffer): void {
    const kind = this.#header.readUInt8(4);
    this.#headerFilled = 0;
    this.#payload = undefined;
    this.#onFrame(kind, payload);
  }
}
