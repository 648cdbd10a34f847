import { SUBPROTOCOL_LENGTH, SUBPROTOCOL_LIMIT, URL_LENGTH } from '../../channel/network-limits.js';
import { networkRefusal } from '../host-error.js';
import type { OpenSocket, SocketEnd } from '../network/open-socket.js';
import { openSocket } from '../network/sockets.js';
import { mayUse } from '../rights.js';
import { Event, EventTarget } from './event.js';
import { CloseEvent, ErrorEvent, MessageEvent } from './socket-events.js';
import { URL } from './url.js';

type Handler = ((this: WebSocket, event: Event) => void) | null;
type HandlerName = 'open' | 'message' | 'error' | 'close';

const PROTOCOL = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

const CONNECTING = 0;
const OPEN = 1;
const CLOSING = 2;
const CLOSED = 3;

/** A WebSocket that the host keeps. Bytes come as ArrayBuffers. */
export class WebSocket extends EventTarget {
  static readonly CONNECTING = CONNECTING;
  static readonly OPEN = OPEN;
  static readonly CLOSING = CLOSING;
  static readonly CLOSED = CLOSED;

  readonly #url: string;
  readonly #socket: OpenSocket;
  readonly #handlers = new Map<HandlerName, Handler>();
  #protocol = '';
  #readyState = CONNECTING;

  /** @throws TypeError PERMISSION_DENIED without a right to the network */
  constructor(url: unknown, protocols: unknown = []) {
    super();
    if (!mayUse('network')) throw networkRefusal();
    this.#url = readUrl(url);
    const parts = { url: this.#url, protocols: readProtocols(protocols) };
    this.#socket = openSocket(parts, {
      opened: (protocol) => this.#open(protocol),
      message: (data) => this.#emit(new MessageEvent(typeof data === 'string' ? data : data.buffer)),
      closed: (end) => this.#end(end),
    });
  }

  get url(): string {
    return this.#url;
  }

  get readyState(): number {
    return this.#readyState;
  }

  get protocol(): string {
    return this.#protocol;
  }

  get extensions(): string {
    return '';
  }

  /** Bytes that were not handed to the host yet. */
  get bufferedAmount(): number {
    return this.#socket.waitingBytes;
  }

  get binaryType(): string {
    return 'arraybuffer';
  }

  set binaryType(type: unknown) {
    if (type !== 'arraybuffer') throw new TypeError('bytes come as "arraybuffer"');
  }

  get onopen(): Handler {
    return this.#handlers.get('open') ?? null;
  }

  set onopen(handler: unknown) {
    this.#setHandler('open', handler);
  }

  get onmessage(): Handler {
    return this.#handlers.get('message') ?? null;
  }

  set onmessage(handler: unknown) {
    this.#setHandler('message', handler);
  }

  get onerror(): Handler {
    return this.#handlers.get('error') ?? null;
  }

  set onerror(handler: unknown) {
    this.#setHandler('error', handler);
  }

  get onclose(): Handler {
    return this.#handlers.get('close') ?? null;
  }

  set onclose(handler: unknown) {
    this.#setHandler('close', handler);
  }

  send(data: unknown): void {
    if (this.#readyState === CONNECTING) throw new TypeError('the socket is not open yet');
    if (this.#readyState === OPEN) this.#socket.send(readMessage(data));
  }

  close(code?: unknown, reason: unknown = ''): void {
    const number = code === undefined ? undefined : readCode(code);
    if (this.#readyState >= CLOSING) return;
    this.#socket.close(number, String(reason));
    this.#readyState = CLOSING;
  }

  #open(protocol: string): void {
    if (this.#readyState !== CONNECTING) return;
    this.#protocol = protocol;
    this.#readyState = OPEN;
    this.#emit(new Event('open'));
  }

  #end({ code, reason, clean, error }: SocketEnd): void {
    this.#readyState = CLOSED;
    if (error !== undefined) this.#emit(new ErrorEvent(error));
    this.#emit(new CloseEvent(code, reason, clean));
  }

  #setHandler(name: HandlerName, handler: unknown): void {
    // The handler has the place among the listeners that the first of its kind was given.
    if (!this.#handlers.has(name))
      super.addEventListener(name, (event: Event) => this.#handlers.get(name)?.call(this, event));
    this.#handlers.set(name, typeof handler === 'function' ? (handler as Handler) : null);
  }

  #emit(event: Event): void {
    super.dispatchEvent(event);
  }
}

for (const [name, value] of Object.entries({ CONNECTING, OPEN, CLOSING, CLOSED }))
  Object.defineProperty(WebSocket.prototype, name, { value, enumerable: true });

function readUrl(input: unknown): string {
  const { href, protocol, hash } = new URL(input);
  const url = href.slice(0, href.length - hash.length);
  if (!/^(wss?|https?):$/.test(protocol)) throw new TypeError('the address of a socket begins with wss:');
  if (url.length > URL_LENGTH) throw new TypeError(`an address has at most ${URL_LENGTH} characters`);
  return url.replace(/^http/, 'ws');
}

function readProtocols(protocols: unknown): string[] {
  const names =
    typeof protocols === 'string' ? [protocols] : Array.from(protocols as Iterable<unknown>, String);
  const isRight = names.every((name) => name.length <= SUBPROTOCOL_LENGTH && PROTOCOL.test(name));
  if (!isRight || names.length > SUBPROTOCOL_LIMIT || new Set(names).size < names.length)
    throw new TypeError('the subprotocols are invalid');
  return names;
}

function readMessage(data: unknown): string | Uint8Array {
  if (data instanceof ArrayBuffer) return new Uint8Array(data.slice(0));
  if (ArrayBuffer.isView(data)) return new Uint8Array(data.buffer, data.byteOffset, data.byteLength).slice();
  return String(data);
}

function readCode(code: unknown): number {
  const number = Number(code);
  if (number !== 1000 && !(Number.isInteger(number) && number >= 3000 && number <= 4999))
    throw new RangeError('a socket is closed with 1000 or a code from 3000 to 4999');
  return number;
}
