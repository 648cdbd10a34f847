import type { Verdict } from '../journal/journal-entry.js';

export interface CallParts {
  readonly method: string;
  readonly origin: string;
  readonly url: URL;
  readonly localUrl: URL;
  readonly target: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array;
  readonly signal: AbortSignal;
  readonly params: Readonly<Record<string, string>>;
  readonly matrix: Readonly<Record<string, string>>;
}

/** One request as it came in, seen as if it had been sent to the institution itself. */
export class Call {
  readonly method: string;
  /** As the definition of the emulator names it, for example `https://api.acme.example`. */
  readonly origin: string;
  /** The institution's own URL, not the one of the loopback address. */
  readonly url: URL;
  /** The URL of the loopback address that it came to, whatever its header `Host` says: what a client signs that knows no other. */
  readonly localUrl: URL;
  /** Path and query exactly as they stood on the wire: what a signature is made over. */
  readonly target: string;
  /** In the order and spelling of the wire. */
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array;
  /** Aborted when the client goes away or the emulator is closed; for routes that make the client wait. */
  readonly signal: AbortSignal;
  /** What stood for the `:names` of the route's path, decoded. */
  readonly params: Readonly<Record<string, string>>;
  /** Matrix parameters, as in `/list;session=1`, of all segments. */
  readonly matrix: Readonly<Record<string, string>>;
  #verdict: Verdict = { signature: 'none' };

  constructor(parts: CallParts) {
    this.method = parts.method;
    this.origin = parts.origin;
    this.url = parts.url;
    this.localUrl = parts.localUrl;
    this.target = parts.target;
    this.headers = parts.headers;
    this.body = parts.body;
    this.signal = parts.signal;
    this.params = parts.params;
    this.matrix = parts.matrix;
  }

  get query(): URLSearchParams {
    return this.url.searchParams;
  }

  /** The header of this name in any case, several of them joined by `, `; undefined where there is none. */
  header(name: string): string | undefined {
    const values = this.headers.filter(([key]) => key.toLowerCase() === name.toLowerCase());
    return values.length === 0 ? undefined : values.map(([, value]) => value).join(', ');
  }

  /** The cookie of this name; undefined where there is none. */
  cookie(name: string): string | undefined {
    const cookies = (this.header('cookie') ?? '').split(/; */).map((pair) => pair.split('='));
    const found = cookies.find(([key]) => key === name);
    return found?.slice(1).join('=');
  }

  text(): string {
    return new TextDecoder().decode(this.body);
  }

  /** The body as JSON; undefined where it is none. */
  json(): unknown {
    try {
      return JSON.parse(this.text());
    } catch {
      return undefined;
    }
  }

  /** The body as a form. */
  form(): URLSearchParams {
    return new URLSearchParams(this.text());
  }

  /** Says to the journal what came of checking the signature, password or session of this request. */
  judge(signature: Verdict['signature'], reason?: string): void {
    this.#verdict = reason === undefined ? { signature } : { signature, reason };
  }

  get verdict(): Verdict {
    return this.#verdict;
  }
}
