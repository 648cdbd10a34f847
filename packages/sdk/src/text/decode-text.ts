import { ProblemError } from '@bourse/core/interfaces';
import {
  findByteOrderMark,
  findNonAscii,
  isUtf8,
  lengthInUtf8,
  MARK_MAX_BYTES,
  type Encoding,
} from './encoding.js';

/**
 * Decodes a file to text, chunk by chunk; the pieces' borders mean nothing.
 *
 * A byte order mark decides (UTF-8, UTF-16 little or big endian) and is left out. Without one the first character
 * that is not ASCII decides for the rest of the file: UTF-8 if its bytes are valid UTF-8, else windows-1252. In a
 * UTF-8 file, bytes that are none become U+FFFD.
 *
 * @throws ProblemError UNSUPPORTED_FORMAT for binary content, told by NUL characters.
 */
export async function* decodeText(content: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoding = new Decoding();
  for await (const chunk of content) yield* checked(decoding.decode(chunk));
  yield* checked(decoding.end());
}

function* checked(text: string): Generator<string> {
  if (text.includes('\0')) {
    throw new ProblemError({
      code: 'UNSUPPORTED_FORMAT',
      message: 'The file is binary, not text.',
      remedy: 'Give the file as the institution exported it, neither packed nor converted.',
    });
  }
  if (text !== '') yield text;
}

/** Holds bytes back until they tell the encoding, then decodes. */
class Decoding {
  #held: Uint8Array = new Uint8Array(0);
  #isAtStart = true;
  #decoder: TextDecoder | undefined;

  decode(chunk: Uint8Array): string {
    return this.#decoder?.decode(chunk, { stream: true }) ?? this.#decide(join(this.#held, chunk), false);
  }

  end(): string {
    return this.#decoder?.decode() ?? this.#decide(this.#held, true);
  }

  #decide(bytes: Uint8Array, isWhole: boolean): string {
    if (this.#isAtStart) {
      if (bytes.length < MARK_MAX_BYTES && !isWhole) return this.#hold(bytes);
      this.#isAtStart = false;
      const mark = findByteOrderMark(bytes);
      if (mark !== undefined) return this.#start(mark.encoding, bytes.subarray(mark.bytes.length), isWhole);
    }
    return this.#decideByCharacter(bytes, isWhole);
  }

  #decideByCharacter(bytes: Uint8Array, isWhole: boolean): string {
    const index = findNonAscii(bytes);
    const ascii = index === -1 ? bytes : bytes.subarray(0, index);
    const rest = bytes.subarray(ascii.length);
    const length = lengthInUtf8(rest[0] ?? 0);
    if (rest.length < length && !isWhole) return new TextDecoder().decode(ascii) + this.#hold(rest);
    return this.#start(isUtf8(rest.subarray(0, length)) ? 'utf-8' : 'windows-1252', bytes, isWhole);
  }

  #hold(bytes: Uint8Array): string {
    this.#held = bytes;
    return '';
  }

  #start(encoding: Encoding, bytes: Uint8Array, isWhole: boolean): string {
    this.#held = new Uint8Array(0);
    this.#decoder = new TextDecoder(encoding, { ignoreBOM: true });
    return this.#decoder.decode(bytes, { stream: !isWhole });
  }
}

function join(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
