import { toProblem, type ProblemDraft } from '@bourse/core/interfaces';

/** What a plugin asked for. */
export interface RecordedRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: string;
}

/** What comes back: an answer, or the problem that the host has with the request. */
export type ScriptedAnswer =
  | {
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string>>;
      /** Text or bytes as they are, anything else as JSON. */
      readonly body?: unknown;
    }
  | { readonly problem: ProblemDraft };

/** One request that a test expects and what it gets. */
export interface ScriptedExchange {
  /** Method and address, for example `GET https://api.acme.example/v2/trades?limit=10`. */
  readonly request: string;
  readonly answer: ScriptedAnswer;
}

/** Answers each request, or the exchanges in their order; a request that is another than expected fails. */
export type NetworkScript =
  ((request: RecordedRequest) => ScriptedAnswer | Promise<ScriptedAnswer>) | readonly ScriptedExchange[];

/** Stands in for the network of a plugin: answers as a test says, and records what it was asked. */
export class ScriptedNetwork {
  readonly requests: RecordedRequest[] = [];
  readonly #script: NetworkScript;
  readonly #real = globalThis.fetch;
  /** Answers as the script says. */
  readonly fetch = (input: string | URL | Request, init?: RequestInit): Promise<Response> =>
    this.#answer(input, init);

  constructor(script: NetworkScript) {
    this.#script = script;
  }

  /** Exchanges that were expected and not asked for. */
  get missing(): readonly ScriptedExchange[] {
    return typeof this.#script === 'function' ? [] : this.#script.slice(this.requests.length);
  }

  /** Puts it in place of the global `fetch`. */
  install(): void {
    globalThis.fetch = this.fetch;
  }

  uninstall(): void {
    if (globalThis.fetch === this.fetch) globalThis.fetch = this.#real;
  }

  async #answer(input: string | URL | Request, init?: RequestInit): Promise<Response> {
    const asked = new Request(input, init);
    const { method, headers } = asked;
    const request = { method, url: new URL(asked.url), headers, body: await asked.text() };
    this.requests.push(request);
    const answer = typeof this.#script === 'function' ? await this.#script(request) : this.#next(request);
    if ('problem' in answer) throw toError(answer.problem);
    const response = new Response(toBody(answer.body), {
      status: answer.status ?? 200,
      headers: answer.headers ?? {},
    });
    Object.defineProperty(response, 'url', { value: request.url.href });
    return response;
  }

  #next({ method, url }: RecordedRequest): ScriptedAnswer {
    const index = this.requests.length - 1;
    const expected = (this.#script as readonly ScriptedExchange[])[index];
    const asked = `${method} ${url.href}`;
    if (expected?.request === asked) return expected.answer;
    const wanted = expected === undefined ? 'no further request' : expected.request;
    throw new Error(`request ${index + 1} was expected to be: ${wanted}; the plugin asked: ${asked}`);
  }
}

/** The error with which `fetch` rejects in a cell. */
function toError(draft: ProblemDraft): Error {
  const { message, ...problem } = toProblem(draft);
  return Object.assign(new TypeError(message), problem);
}

function toBody(body: unknown): string | Uint8Array<ArrayBuffer> | null {
  if (body === undefined || body === null) return null;
  if (typeof body === 'string') return body;
  return body instanceof Uint8Array ? Uint8Array.from(body) : JSON.stringify(body);
}
