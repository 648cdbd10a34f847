import { AbortSignal, createSignal } from './abort.js';
import { Body, contentTypeOf, copyContent, takeContent } from './body.js';
import { Headers } from './headers.js';
import { URL } from './url.js';

const METHODS_UPPER = /^(delete|get|head|options|patch|post|put)$/i;
const METHOD = /^[A-Za-z-]+$/;

interface RequestInit {
  readonly method?: unknown;
  readonly headers?: unknown;
  readonly body?: unknown;
  readonly signal?: unknown;
  readonly redirect?: unknown;
}

export class Request extends Body {
  readonly #url: string;
  readonly #method: string;
  readonly #headers: Headers;
  readonly #signal: AbortSignal;

  constructor(input: unknown, init: RequestInit = {}) {
    const former = input instanceof Request ? input : undefined;
    const content = init.body ?? (former === undefined ? null : takeContent(former));
    super(content);
    expectFollowing(init.redirect);
    this.#url = readAddress(former?.url ?? input);
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
    const { url, method, headers, signal } = this;
    return new Request(url, { method, headers, signal, body: copyContent(this) });
  }
}

/** Without the fragment, which is no part of a request. */
function readAddress(input: unknown): string {
  const { href, hash, username, password } = new URL(input);
  if (username !== '' || password !== '')
    throw new TypeError('an address holds no user name and no password');
  return href.slice(0, href.length - hash.length);
}

/** The host follows redirects, and judges each; what came before the last is not seen here. */
function expectFollowing(redirect: unknown): void {
  if (redirect !== undefined && redirect !== 'follow')
    throw new TypeError('redirects are followed by the host, "redirect" can only be "follow"');
}

function readMethod(method: unknown): string {
  const text = String(method);
  if (!METHOD.test(text)) throw new TypeError('the method is invalid');
  return METHODS_UPPER.test(text) ? text.toUpperCase() : text;
}
