import { createHash } from 'node:crypto';
import { ProblemError } from '../../interfaces/index.js';
import type { GatewayContext } from '../gateway-context.js';
import type { GatewayEntry } from '../ports.js';
import type { HttpAnswer } from './http-client.js';

type StartEntry = Omit<
  Extract<GatewayEntry, { kind: 'request' | 'socket' }>,
  'kind' | 'connection' | 'isDevelopment'
>;

/** One request in the audit: written down before it is sent, and again when its answer has ended, however it ended. */
export class AuditedExchange {
  readonly #context: GatewayContext;
  readonly #exchange: string;
  readonly #started: number;
  readonly #hash = createHash('sha256');
  #bytes = 0;
  #ended: Promise<void> | undefined;

  private constructor(context: GatewayContext, exchange: string) {
    this.#context = context;
    this.#exchange = exchange;
    this.#started = performance.now();
  }

  /** @throws what the audit throws where the entry cannot be written */
  static async start(context: GatewayContext, entry: StartEntry): Promise<AuditedExchange> {
    const { ports, connection, isDevelopment } = context;
    await ports.audit.append({ kind: 'request', connection: connection.id, isDevelopment, ...entry });
    return new AuditedExchange(context, entry.exchange);
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

  /** Gives a body on. The end is written before whoever reads it learns that it is the end. */
  follow(body: AsyncIterable<Uint8Array>, answer: HttpAnswer): AsyncIterable<Uint8Array> {
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
      this.#bytes += step.value.byteLength;
      this.#hash.update(step.value);
      return step;
    } catch (error) {
      await this.#end(status, outcomeOf(error));
      throw error;
    }
  }

  /** Written once; everybody waits for it. */
  #end(status: number | undefined, outcome: string): Promise<void> {
    this.#ended ??= this.#context.ports.audit.append({
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
}

export function outcomeOf(error: unknown): string {
  if (error instanceof ProblemError) return error.code === 'CALL_CANCELED' ? 'canceled' : error.code;
  return 'INTERNAL_ERROR';
}
