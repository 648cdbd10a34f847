import { DigestIndex } from './digest-index.js';

/** Bytes of one piece of memory. */
const PIECE = 1 << 20;

/** A booking begins at a multiple of so many bytes. */
const STEP = 8;

const DIGEST_BYTES = 16;
const LENGTH_BYTES = 4;
/** The id, the digest of the content, and the length of the key. */
const HEAD_BYTES = 2 * DIGEST_BYTES + LENGTH_BYTES;

/** What was told first under an id. */
export interface Booking {
  /** The key that it has without its id. */
  readonly natural: string;
  /** The digest of what it says, in hexadecimal. */
  readonly content: string;
  /** The statement of the file that it stands in, for files of several. */
  readonly statement: string | undefined;
}

/**
 * Bookings by id, which is a digest in hexadecimal, packed outside of the heap: a reading may have millions of them, and
 * nearly none is ever looked at again.
 */
export class BookingMemory {
  readonly #index = new DigestIndex((entry) => this.#at(entry));
  readonly #statements = new Map<string, string>();
  readonly #pieces: Buffer[] = [];
  /** Bytes of the last piece that are taken. */
  #taken = PIECE;

  /** @param id One that is not there yet. */
  add(id: string, { natural, content, statement }: Booking): void {
    const length = Buffer.byteLength(natural);
    const piece = this.#reserve(HEAD_BYTES + length);
    const start = this.#taken;
    piece.write(id, start, DIGEST_BYTES, 'hex');
    piece.write(content, start + DIGEST_BYTES, DIGEST_BYTES, 'hex');
    piece.writeUInt32LE(length, start + 2 * DIGEST_BYTES);
    piece.write(natural, start + HEAD_BYTES);
    this.#taken = Math.ceil((start + HEAD_BYTES + length) / STEP) * STEP;
    this.#index.add(id, ((this.#pieces.length - 1) * PIECE + start) / STEP);
    if (statement !== undefined) this.#statements.set(id, statement);
  }

  find(id: string): Booking | undefined {
    const entry = this.#index.find(id);
    if (entry === undefined) return undefined;
    const { piece, start } = this.#at(entry);
    const content = start + DIGEST_BYTES;
    const natural = start + HEAD_BYTES;
    return {
      content: piece.toString('hex', content, content + DIGEST_BYTES),
      natural: piece.toString('utf8', natural, natural + piece.readUInt32LE(natural - LENGTH_BYTES)),
      statement: this.#statements.get(id),
    };
  }

  #at(entry: number): { piece: Buffer; start: number } {
    const place = entry * STEP;
    const piece = this.#pieces[Math.floor(place / PIECE)];
    if (piece === undefined) throw new RangeError('There is no booking at this place.');
    return { piece, start: place % PIECE };
  }

  /** The piece that has so many bytes left. */
  #reserve(bytes: number): Buffer {
    const last = this.#pieces.at(-1);
    if (last !== undefined && this.#taken + bytes <= last.length) return last;
    const piece = Buffer.allocUnsafeSlow(Math.max(PIECE, bytes));
    this.#pieces.push(piece);
    this.#taken = 0;
    return piece;
  }
}
