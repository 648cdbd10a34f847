import { types } from 'node:util';

const { isUint8Array } = types;
const { TextDecoder: HostDecoder, TextEncoder: HostEncoder, RangeError, TypeError } = globalThis;

const encoder = new HostEncoder();

export class TextEncoder {
  get encoding(): string {
    return 'utf-8';
  }

  encode(text: unknown = ''): Uint8Array {
    return encoder.encode(String(text));
  }

  encodeInto(text: unknown, target: unknown): { read: number; written: number } {
    const source = String(text);
    if (!isUint8Array(target)) throw new TypeError('the target is no Uint8Array');
    const { read, written } = encoder.encodeInto(source, target);
    return { read, written };
  }
}

export class TextDecoder {
  readonly #decoder: InstanceType<typeof HostDecoder>;

  constructor(label: unknown = 'utf-8', options?: { fatal?: unknown; ignoreBOM?: unknown }) {
    this.#decoder = openDecoder(String(label), Boolean(options?.fatal), Boolean(options?.ignoreBOM));
  }

  get encoding(): string {
    return this.#decoder.encoding;
  }

  get fatal(): boolean {
    return this.#decoder.fatal;
  }

  get ignoreBOM(): boolean {
    return this.#decoder.ignoreBOM;
  }

  decode(bytes?: ArrayBuffer | Uint8Array, options?: { stream?: unknown }): string {
    const stream = Boolean(options?.stream);
    try {
      return this.#decoder.decode(bytes, { stream });
    } catch {
      throw new TypeError(`the bytes are no ${this.#decoder.encoding}`);
    }
  }
}

/** Errors of the runtime stay outside; only our own reach the plugin. */
function openDecoder(label: string, fatal: boolean, ignoreBOM: boolean): InstanceType<typeof HostDecoder> {
  try {
    return new HostDecoder(label, { fatal, ignoreBOM });
  } catch {
    throw new RangeError(`the encoding "${label}" is not known`);
  }
}
