import { ReadableStream } from './readable-stream.js';
import { TextDecoder, TextEncoder } from './text-codec.js';
import { URLSearchParams } from './url-search-params.js';

let copyOf: (body: Body) => Uint8Array | ReadableStream | null;
let takeFrom: (body: Body) => Uint8Array | ReadableStream | null;

/** What a request or an answer carries; read at most once. */
export class Body {
  readonly #bytes: Uint8Array | undefined;
  #stream: ReadableStream | null;
  #used = false;

  constructor(content: unknown) {
    this.#bytes = content instanceof ReadableStream ? undefined : toBytes(content);
    this.#stream = content instanceof ReadableStream ? content : null;
  }

  get body(): ReadableStream | null {
    if (this.#bytes !== undefined)
      this.#stream ??= ReadableStream.from(this.#bytes.length === 0 ? [] : [this.#bytes]);
    return this.#stream;
  }

  get bodyUsed(): boolean {
    return this.#used || (this.#stream?.locked ?? false);
  }

  async text(): Promise<string> {
    return new TextDecoder().decode(await this.bytes());
  }

  async json(): Promise<unknown> {
    return JSON.parse(await this.text());
  }

  async arrayBuffer(): Promise<ArrayBufferLike> {
    const { buffer } = await this.bytes();
    return buffer;
  }

  async bytes(): Promise<Uint8Array> {
    if (this.bodyUsed) throw new TypeError('the body was read before');
    this.#used = true;
    if (this.#stream === null) return this.#bytes?.slice() ?? new Uint8Array();
    return joined(this.#stream);
  }

  static {
    copyOf = (body) => {
      if (body.bodyUsed) throw new TypeError('the body was read before');
      if (body.#bytes !== undefined) return body.#bytes.slice();
      if (body.#stream === null) return null;
      const [rest, copy] = body.#stream.tee();
      body.#stream = rest;
      return copy;
    };
    takeFrom = (body) => {
      if (body.bodyUsed) throw new TypeError('the body was read before');
      const content = body.#bytes ?? body.#stream;
      body.#used = content !== null;
      return content;
    };
  }
}

/** The content for another body, which both then read. */
export function copyContent(body: Body): Uint8Array | ReadableStream | null {
  return copyOf(body);
}

/** The content for another body, which this one gives away. */
export function takeContent(body: Body): Uint8Array | ReadableStream | null {
  return takeFrom(body);
}

/** The media type that goes with content of this kind. */
export function contentTypeOf(content: unknown): string | undefined {
  if (typeof content === 'string') return 'text/plain;charset=UTF-8';
  return content instanceof URLSearchParams ? 'application/x-www-form-urlencoded;charset=UTF-8' : undefined;
}

function toBytes(content: unknown): Uint8Array | undefined {
  if (content === undefined || content === null) return undefined;
  if (content instanceof ArrayBuffer) return new Uint8Array(content.slice(0));
  if (ArrayBuffer.isView(content))
    return new Uint8Array(content.buffer, content.byteOffset, content.byteLength).slice();
  return new TextEncoder().encode(String(content));
}

async function joined(stream: ReadableStream): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of stream) pieces.push(toBytes(piece) ?? new Uint8Array());
  const bytes = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let offset = 0;
  for (const piece of pieces) {
    bytes.set(piece, offset);
    offset += piece.length;
  }
  return bytes;
}
