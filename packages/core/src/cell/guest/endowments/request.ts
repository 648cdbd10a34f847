import { AbortSignal, createSignal } from './abort.js';
import { Body, contentTypeOf, copyContent } from './body.js';
import { Headers } from './headers.js';
import { URL } from './url.js';

const METHODS_UPPER = /^(delete|get|head|options|patch|post|put)$/i;
const METHOD = /^[A-Za-z-]+$/;

interface RequestInit {
  readonly method?: unknown;
  readonly headers?: unknown;
  readonly body?: unknown;
  readonly signal?: unknown;
}

export class Request extends Body {
  readonly #url: string;
  readonly #method: string;
  readonly #headers: Headers;
  readonly #signal: AbortSignal;

  constructor(input: unknown, init: RequestInit = {}) {
    const former = input instanceof Request ? input : undefined;
    const content = init.body ?? (former === undefined ? null : copyContent(former));
    super(content);
    this.#url = former?.url ?? new URL(input).href;
    this.#method = readMethod(init.method ?? former?.method ?? 'GET');
    if (content !== null && /^(GET|HEAD)$/.test(this.#method))
      throw new TypeError(`a ${this.#method} request has no body`);
    this.#headers = new Headers(init.headers ?? former?.headers);
    const type = contentTypeOf(content);
    if (type !== undefined && !this.#headers.has('content-type')) this.#headers.set('content-type', type);
    const signal = init.signal ?? former?.signal;
    this.#signal = signal instanceof AbortSignal ? signal : createSignal();
  }

  get url(): string {
    return this.#url;
  }

  get method(): string {
    return this.#method;
  }

  get headers(): Headers {
    return this.#headers;
  }

  get signal(): AbortSignal {
    return this.#signal;
  }

  clone(): Request {
    return new Request(this);
  }
}

function readMethod(method: unknown): string {
  const text = String(method);
  if (!METHOD.test(text)) throw new TypeError('the method is invalid');
  return METHODS_UPPER.test(text) ? text.toUpperCase() : text;
}
