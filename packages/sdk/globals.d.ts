/**
 * What a cell adds to the language, and all of it. Meant for the sources of a plugin; tests run in Node.
 *
 * Clock and randomness are the host's: `Date.now()` stands still between two messages of the host. There is no `Intl`,
 * no dynamic `import()` and nothing of Node; zones go through `Temporal` (without `Now`) and `parseLocal`.
 */

interface EventInit {
  readonly cancelable?: boolean;
}

declare class Event {
  constructor(type: string, init?: EventInit);
  readonly type: string;
  readonly target: EventTarget | null;
  readonly currentTarget: EventTarget | null;
  readonly cancelable: boolean;
  readonly defaultPrevented: boolean;
  readonly timeStamp: number;
  preventDefault(): void;
}

type EventListener = ((event: Event) => void) | { handleEvent(event: Event): void };

declare class EventTarget {
  addEventListener(
    type: string,
    listener: EventListener | null,
    options?: boolean | { once?: boolean; signal?: AbortSignal },
  ): void;
  removeEventListener(type: string, listener: EventListener | null): void;
  dispatchEvent(event: Event): boolean;
}

declare class AbortSignal extends EventTarget {
  private constructor();
  static abort(reason?: unknown): AbortSignal;
  static timeout(milliseconds: number): AbortSignal;
  static any(signals: Iterable<AbortSignal>): AbortSignal;
  readonly aborted: boolean;
  readonly reason: unknown;
  onabort: ((event: Event) => void) | null;
  throwIfAborted(): void;
}

declare class AbortController {
  readonly signal: AbortSignal;
  abort(reason?: unknown): void;
}

declare class TextEncoder {
  readonly encoding: string;
  encode(text?: string): Uint8Array;
  encodeInto(text: string, target: Uint8Array): { read: number; written: number };
}

declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  readonly encoding: string;
  readonly fatal: boolean;
  readonly ignoreBOM: boolean;
  decode(bytes?: ArrayBuffer | Uint8Array, options?: { stream?: boolean }): string;
}

declare class URLSearchParams {
  constructor(init?: string | Iterable<readonly [string, string]> | Readonly<Record<string, string>>);
  readonly size: number;
  append(name: string, value: string): void;
  delete(name: string, value?: string): void;
  get(name: string): string | null;
  getAll(name: string): string[];
  has(name: string, value?: string): boolean;
  set(name: string, value: string): void;
  sort(): void;
  forEach(callback: (value: string, name: string) => void): void;
  entries(): IterableIterator<[string, string]>;
  keys(): IterableIterator<string>;
  values(): IterableIterator<string>;
  toString(): string;
  [Symbol.iterator](): IterableIterator<[string, string]>;
}

declare class URL {
  constructor(url: string, base?: string | URL);
  static canParse(url: string, base?: string): boolean;
  static parse(url: string, base?: string): URL | null;
  href: string;
  readonly origin: string;
  protocol: string;
  username: string;
  password: string;
  host: string;
  hostname: string;
  port: string;
  pathname: string;
  search: string;
  readonly searchParams: URLSearchParams;
  hash: string;
  toString(): string;
  toJSON(): string;
}

type HeadersInit = Headers | Iterable<readonly [string, string]> | Readonly<Record<string, string>>;

declare class Headers {
  constructor(init?: HeadersInit);
  append(name: string, value: string): void;
  delete(name: string): void;
  get(name: string): string | null;
  getSetCookie(): string[];
  has(name: string): boolean;
  set(name: string, value: string): void;
  forEach(callback: (value: string, name: string) => void): void;
  entries(): IterableIterator<[string, string]>;
  keys(): IterableIterator<string>;
  values(): IterableIterator<string>;
  [Symbol.iterator](): IterableIterator<[string, string]>;
}

declare class ReadableStream<Chunk = unknown> {
  constructor(source?: {
    start?(controller: ReadableStreamController<Chunk>): void | Promise<void>;
    pull?(controller: ReadableStreamController<Chunk>): void | Promise<void>;
    cancel?(reason: unknown): void | Promise<void>;
  });
  static from<Chunk>(chunks: AsyncIterable<Chunk> | Iterable<Chunk>): ReadableStream<Chunk>;
  readonly locked: boolean;
  getReader(): ReadableStreamReader<Chunk>;
  cancel(reason?: unknown): Promise<void>;
  tee(): [ReadableStream<Chunk>, ReadableStream<Chunk>];
  [Symbol.asyncIterator](): AsyncIterableIterator<Chunk>;
}

interface ReadableStreamController<Chunk> {
  readonly desiredSize: number | null;
  enqueue(chunk: Chunk): void;
  close(): void;
  error(reason?: unknown): void;
}

interface ReadableStreamReader<Chunk> {
  read(): Promise<{ done: false; value: Chunk } | { done: true; value: undefined }>;
  cancel(reason?: unknown): Promise<void>;
  releaseLock(): void;
}

type BodyInit = string | ArrayBuffer | Uint8Array | URLSearchParams | ReadableStream<Uint8Array>;

interface Body {
  readonly body: ReadableStream<Uint8Array> | null;
  readonly bodyUsed: boolean;
  arrayBuffer(): Promise<ArrayBuffer>;
  bytes(): Promise<Uint8Array>;
  json(): Promise<unknown>;
  text(): Promise<string>;
}

interface RequestInit {
  readonly method?: string;
  readonly headers?: HeadersInit;
  readonly body?: BodyInit | null;
  readonly signal?: AbortSignal | null;
  /** The host follows redirects and judges each. */
  readonly redirect?: 'follow';
}

declare class Request {
  constructor(input: string | URL | Request, init?: RequestInit);
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly signal: AbortSignal;
  clone(): Request;
}
interface Request extends Body {}

interface ResponseInit {
  readonly status?: number;
  readonly statusText?: string;
  readonly headers?: HeadersInit;
}

declare class Response {
  constructor(body?: BodyInit | null, init?: ResponseInit);
  static json(data: unknown, init?: ResponseInit): Response;
  readonly status: number;
  readonly ok: boolean;
  readonly statusText: string;
  readonly headers: Headers;
  readonly url: string;
  readonly redirected: boolean;
  readonly type: string;
  clone(): Response;
}
interface Response extends Body {}

/**
 * Asks the host to make a request, as far as the manifest asks for it and the user has allowed it. The host places
 * credentials, follows redirects and keeps cookies. What is refused or fails rejects with an error whose `code` is that of
 * the problem, such as PERMISSION_DENIED, UNAVAILABLE or RATE_LIMITED (with `retryAt`). Contract 1.1.
 */
declare function fetch(input: string | URL | Request, init?: RequestInit): Promise<Response>;

interface MessageEvent extends Event {
  /** Text, or the bytes of a binary message. */
  readonly data: string | ArrayBuffer;
}

interface CloseEvent extends Event {
  readonly code: number;
  readonly reason: string;
  readonly wasClean: boolean;
}

interface ErrorEvent extends Event {
  /** Its `code` is that of the problem. */
  readonly error: Error;
  readonly message: string;
}

interface WebSocketEvents {
  open: Event;
  message: MessageEvent;
  error: ErrorEvent;
  close: CloseEvent;
}

/** A socket that the host keeps, under the same rules as `fetch`; at most four at once. Contract 1.1. */
declare class WebSocket extends EventTarget {
  constructor(url: string | URL, protocols?: string | readonly string[]);
  static readonly CONNECTING: 0;
  static readonly OPEN: 1;
  static readonly CLOSING: 2;
  static readonly CLOSED: 3;
  readonly CONNECTING: 0;
  readonly OPEN: 1;
  readonly CLOSING: 2;
  readonly CLOSED: 3;
  readonly url: string;
  readonly readyState: number;
  readonly protocol: string;
  readonly extensions: string;
  readonly bufferedAmount: number;
  binaryType: 'arraybuffer';
  onopen: ((event: Event) => void) | null;
  onmessage: ((event: MessageEvent) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  onclose: ((event: CloseEvent) => void) | null;
  send(data: string | ArrayBuffer | Uint8Array): void;
  close(code?: number, reason?: string): void;
  addEventListener<Type extends keyof WebSocketEvents>(
    type: Type,
    listener: ((event: WebSocketEvents[Type]) => void) | null,
    options?: boolean | { once?: boolean },
  ): void;
}

/** Writes to the plugin's log. */
declare const console: Readonly<
  Record<'debug' | 'error' | 'info' | 'log' | 'trace' | 'warn', (...values: unknown[]) => void>
> & {
  readonly assert: (condition?: unknown, ...values: unknown[]) => void;
};

declare const crypto: {
  getRandomValues<Bytes extends Uint8Array | Uint16Array | Uint32Array>(target: Bytes): Bytes;
  randomUUID(): string;
};

declare function atob(text: string): string;
declare function btoa(text: string): string;
declare function structuredClone<Value>(value: Value): Value;
declare function queueMicrotask(callback: () => void): void;
declare function setTimeout<Values extends unknown[]>(
  callback: (...values: Values) => void,
  milliseconds?: number,
  ...values: Values
): number;
declare function setInterval<Values extends unknown[]>(
  callback: (...values: Values) => void,
  milliseconds?: number,
  ...values: Values
): number;
declare function clearTimeout(id?: number): void;
declare function clearInterval(id?: number): void;
