/** Bytes of one piece of memory. */
const PIECE = 1 << 20;

const DIGEST_BYTES = 16;
const LENGTH_BYTES = 4;

/** What was told first under an id. */
export interface Booking {
  /** The key that it has without its id. */
  readonly natural: string;
  /** The digest of what it says, in hexadecimal. */
  readonly content: string;
  /** The statement of the file that it stands in, for files of several. */
  readonly statement: string | undefined;
}

/** Bookings by id, packed outside of the heap: a reading may have millions of them, and nearly none is ever looked at again. */
export class BookingMemory {
  readonly #places = new Map<string, number>();
  readonly #statements = new Map<string, string>();
  readonly #pieces: Buffer[] = [];
  /** Bytes of the last piece that are taken. */
  #taken = PIECE;

  add(id: string, { natural, content, statement }: Booking): void {
    const length = Buffer.byteLength(natural);
    const piece = this.#reserve(LENGTH_BYTES + DIGEST_BYTES + length);
    const start = this.#taken;
    this.#places.set(id, (this.#pieces.length - 1) * PIECE + start);
    if (statement !== undefined) this.#statements.set(id, statement);
    this.#taken = piece.writeUInt32LE(length, start);
    this.#taken += piece.write(content, this.#taken, DIGEST_BYTES, 'hex');
    this.#taken += piece.write(natural, this.#taken);
  }

  find(id: string): Booking | undefined {
    const place = this.#places.get(id);
    const piece = place === undefined ? undefined : this.#pieces[Math.floor(place / PIECE)];
    if (place === undefined || piece === undefined) return undefined;
    const start = (place % PIECE) + LENGTH_BYTES;
    const end = start + DIGEST_BYTES;
    return {
      content: piece.toString('hex', start, end),
      natural: piece.toString('utf8', end, end + piece.readUInt32LE(start - LENGTH_BYTES)),
      statement: this.#statements.get(id),
    };
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
