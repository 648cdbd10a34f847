import { Body, contentTypeOf, copyContent } from './body.js';
import type { Answer } from '../network/open-request.js';
import { Headers } from './headers.js';

/** Makes a response of what the host received; its status may be one that a plugin cannot give. */
let receive: (answer: Answer, request: Asked) => Response;

/** What was asked for. */
interface Asked {
  readonly method: string;
  readonly url: string;
}

/** Statuses whose answers have no body. */
const WITHOUT_BODY: ReadonlySet<number> = new Set([101, 103, 204, 205, 304]);

interface ResponseInit {
  readonly status?: unknown;
  readonly statusText?: unknown;
  readonly headers?: unknown;
}

export class Response extends Body {
  readonly #status: number;
  readonly #statusText: string;
  readonly #headers: Headers;
  #received: { readonly url: string; readonly isRedirected: boolean } | undefined;

  constructor(content: unknown = null, init: ResponseInit = {}) {
    super(content);
    this.#status = readStatus(init.status ?? 200);
    if (content !== null && WITHOUT_BODY.has(this.#status))
      throw new TypeError(`an answer ${this.#status} has no body`);
    this.#statusText = String(init.statusText ?? '');
    this.#headers = new Headers(init.headers);
    const type = contentTypeOf(content);
    if (type !== undefined && !this.#headers.has('content-type')) this.#headers.set('content-type', type);
  }

  static json(data: unknown, init: ResponseInit = {}): Response {
    const headers = new Headers(init.headers);
    if (!headers.has('content-type')) headers.set('content-type', 'application/json');
    return new Response(JSON.stringify(data), { ...init, headers });
  }

  get status(): number {
    return this.#status;
  }

  get ok(): boolean {
    return this.#status >= 200 && this.#status <= 299;
  }

  get statusText(): string {
    return this.#statusText;
  }

  get headers(): Headers {
    return this.#headers;
  }

  /** Where it was received from; empty where the plugin made it. */
  get url(): string {
    return this.#received?.url ?? '';
  }

  get redirected(): boolean {
    return this.#received?.isRedirected ?? false;
  }

  get type(): string {
    return this.#received === undefined ? 'default' : 'basic';
  }

  clone(): Response {
    const clone = new Response(copyContent(this), {
      status: this.#status,
      statusText: this.#statusText,
      headers: this.#headers,
    });
    clone.#received = this.#received;
    return clone;
  }

  static {
    receive = ({ status, url, headers, body }, { method, url: asked }) => {
      const isEmpty = method === 'HEAD' || WITHOUT_BODY.has(status);
      const response = new Response(isEmpty ? null : body, { status, headers });
      response.#received = { url, isRedirected: url !== asked };
      return response;
    };
  }
}

export function receivedResponse(answer: Answer, request: Asked): Response {
  return receive(answer, request);
}

function readStatus(status: unknown): number {
  const code = Number(status);
  if (!Number.isInteger(code) || code < 200 || code > 599)
    throw new RangeError('the status is not between 200 and 599');
  return code;
}
