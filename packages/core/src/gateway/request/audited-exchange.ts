import { createHash } from 'node:crypto';
import { ProblemError, type NetworkPermission } from '../../interfaces/index.js';
import type { GatewayContext } from '../gateway-context.js';
import type { GatewayEntry } from '../ports.js';
import type { AnswerBody } from './answer-body.js';
import type { HttpAnswer } from './http-client.js';

type StartEntry = Omit<
  Extract<GatewayEntry, { kind: 'request' | 'socket' }>,
  'kind' | 'connection' | 'isDevelopment'
>;

/** Methods that change nothing at an institution, as far as it keeps to RFC 9110. */
const SAFE: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/**
 * One request in the audit: its beginning before it is sent, its end when its answer has ended, however it ended. What may
 * change something is written before it goes on; what only reads is noted, and written a moment later.
 */
export class AuditedExchange {
  readonly #context: GatewayContext;
  readonly #exchange: string;
  readonly #isReading: boolean;
  readonly #started: number;
  readonly #hash = createHash('sha256');
  #bytes = 0;
  #ended: Promise<void> | undefined;

  private constructor(context: GatewayContext, exchange: string, isReading: boolean) {
    this.#context = context;
    this.#exchange = exchange;
    this.#isReading = isReading;
    this.#started = performance.now();
  }

  /** @throws what the audit throws where the entry cannot be written */
  static async start(
    context: GatewayContext,
    start: StartEntry,
    access: NetworkPermission['access'],
  ): Promise<AuditedExchange> {
    const { ports, connection, isDevelopment } = context;
    const isReading = access === 'read' && SAFE.has(start.method);
    const entry = { kind: 'request' as const, connection: connection.id, isDevelopment, ...start };
    await (isReading ? ports.audit.note(entry) : ports.audit.append(entry));
    return new AuditedExchange(context, start.exchange, isReading);
  }

  /** Writes the end where there is no answer. */
  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      await this.#end(undefined, outcomeOf(error));
      throw error;
    }
  }

  /** Gives a body on. Its end is written before whoever reads it learns that it is the end. */
  async give(body: AnswerBody, answer: HttpAnswer): Promise<AnswerBody> {
    if (body.whole === undefined) return this.#follow(body, answer);
    this.#count(body.whole);
    await this.#end(answer.status, 'complete');
    return body;
  }

  #follow(body: AsyncIterable<Uint8Array>, answer: HttpAnswer): AsyncIterable<Uint8Array> {
    const { status } = answer;
    const chunks = body[Symbol.asyncIterator]();
    // Nobody may be reading when it is canceled or fails.
    void answer.ended.then(async (error) => {
      if (error !== undefined) await this.#end(status, outcomeOf(error)).catch(() => undefined);
    });
    const iterator: AsyncIterator<Uint8Array> = {
      next: async () => {
        const step = await this.#pass(chunks, status);
        if (step.done === true) await this.#end(status, 'complete');
        return step;
      },
      // Not by way of the generators below: one that was not started yet would not end.
      return: async () => {
        answer.close();
        await this.#end(status, 'canceled');
        return { done: true, value: undefined };
      },
    };
    return { [Symbol.asyncIterator]: () => iterator };
  }

  async #pass(chunks: AsyncIterator<Uint8Array>, status: number): Promise<IteratorResult<Uint8Array>> {
    try {
      const step = await chunks.next();
      if (step.done === true) return step;
      if (this.#ended !== undefined) return step;
      this.#count(step.value);
      return step;
    } catch (error) {
      await this.#end(status, outcomeOf(error));
      throw error;
    }
  }

  #count(bytes: Uint8Array): void {
    this.#bytes += bytes.byteLength;
    this.#hash.update(bytes);
  }

  /** Written once; everybody waits for it. */
  #end(status: number | undefined, outcome: string): Promise<void> {
    this.#ended ??= this.#write({
      kind: 'requestEnd',
      connection: this.#context.connection.id,
      exchange: this.#exchange,
      status,
      answerBytes: this.#bytes,
      answerHash: this.#hash.digest('hex'),
      milliseconds: Math.round(performance.now() - this.#started),
      outcome,
    });
    return this.#ended;
  }

  async #write(end: GatewayEntry): Promise<void> {
    const { audit } = this.#context.ports;
    if (this.#isReading) audit.conclude(end);
    else await audit.append(end);
  }
}

export function outcomeOf(error: unknown): string {
  if (error instanceof ProblemError) return error.code === 'CALL_CANCELED' ? 'canceled' : error.code;
  return 'INTERNAL_ERROR';
}
