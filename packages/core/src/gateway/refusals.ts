import { ProblemError } from '../interfaces/index.js';
import { METHODS } from './gateway-request.js';
import { Pace } from './pace.js';
import { originOf } from './permission/index.js';
import type { AuditPort } from './ports.js';

/** What is written down stays for ever: a plugin that is refused on and on is kept waiting. */
const REFUSALS_PER_MINUTE = 300;
/** Characters of an origin that is written down; those that a permission can name are shorter. */
const MAX_ORIGIN = 300;

/** What was sent and failed is written down by itself. */
const REFUSED: ReadonlySet<string> = new Set([
  'PERMISSION_DENIED',
  'NETWORK_REFUSED',
  'INVALID_REQUEST',
  'CREDENTIAL_MISSING',
  'CREDENTIAL_INVALID',
  'AUTH_EXPIRED',
  'MANIFEST_INVALID',
  'RATE_LIMITED',
]);

/** Writes down what a gateway does not let through. */
export class Refusals {
  readonly #audit: AuditPort;
  readonly #connection: string;
  readonly #pace = new Pace(REFUSALS_PER_MINUTE, 60_000);
  readonly #closing = new AbortController();

  constructor(audit: AuditPort, connection: string) {
    this.#audit = audit;
    this.#connection = connection;
  }

  /** Does what was asked for; where it is refused, that is written down first. */
  async during<Result>(
    { method, url }: { readonly method: string; readonly url: URL },
    work: () => Promise<Result>,
  ): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof ProblemError && REFUSED.has(error.code)) await this.#append(method, url, error);
      throw error;
    }
  }

  /** Keeps nobody waiting any more. */
  close(): void {
    this.#closing.abort();
  }

  async #append(method: string, url: URL, { code }: ProblemError): Promise<void> {
    await this.#pace.enter(this.#closing.signal).catch(() => undefined);
    await this.#audit.append({
      kind: 'refusal',
      connection: this.#connection,
      method: METHODS.has(method) ? method : 'unknown',
      origin: originOf(url).slice(0, MAX_ORIGIN),
      code,
    });
  }
}
