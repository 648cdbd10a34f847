import { BODY_PIECE_BYTES, BODY_WINDOW, REQUEST_BODY_BYTES } from '../channel/network-limits.js';
import type { AnswerHead, HostMessage, NetworkMessage } from '../channel/messages.js';
import { ProtocolViolation } from '../channel/protocol-violation.js';
import { ContentFeeder } from './content-feeder.js';
import { promptPieces } from './content-pieces.js';
import { ProblemError } from '../../interfaces/problems/problem-error.js';
import { toHostProblem } from './host-problem.js';
import type { NetworkAnswer, NetworkPort } from './network-port.js';
import type { Problem } from '../../interfaces/problems/problem.js';

export type RequestMessage = NetworkMessage & { type: 'request' };

export interface OpenRequestOptions {
  readonly port: NetworkPort;
  readonly now: () => number;
  readonly say: (message: HostMessage) => void;
  /** Sends a piece of the answer's body. */
  readonly sendPiece: (bytes: Uint8Array) => void;
  /** Sends an answer as a whole. */
  readonly sendAnswer: (head: AnswerHead, body: Uint8Array) => void;
  readonly onProblem: (problem: Problem) => void;
  /** Settles when the request may be made. */
  readonly mayStart: (signal: AbortSignal) => Promise<void>;
  /** The calls of which one may have asked for it; none where the plugin asks between calls. */
  readonly calls: Iterable<number>;
}

/** One request of a plugin, from its first piece until the guest says that it is over. */
export class OpenRequest {
  readonly #message: RequestMessage;
  readonly #options: OpenRequestOptions;
  readonly #abort = new AbortController();
  readonly #body: Uint8Array[] = [];
  /** Calls that may still want the answer. */
  readonly #calls: Set<number>;
  #bodyBytes = 0;
  #credit = BODY_WINDOW;
  #taken = 0;
  #isComplete: boolean;
  #feeder: ContentFeeder | undefined;
  /** The guest was told how it ended. */
  #isOver = false;

  constructor(message: RequestMessage, options: OpenRequestOptions) {
    this.#message = message;
    this.#options = options;
    this.#calls = new Set(options.calls);
    this.#isComplete = !message.hasBody;
    if (this.#isComplete) void this.#run();
  }

  addPiece(bytes: Buffer): void {
    if (this.#isComplete) throw new ProtocolViolation('a piece of a body that is complete');
    if (this.#credit === 0) throw new ProtocolViolation('a piece of a body beyond the credit');
    if (bytes.length === 0 || bytes.length > BODY_PIECE_BYTES)
      throw new ProtocolViolation(`a piece of a body of ${bytes.length} bytes`);
    this.#bodyBytes += bytes.length;
    if (this.#bodyBytes > REQUEST_BODY_BYTES) throw new ProtocolViolation('a body that is too large');
    this.#credit -= 1;
    this.#body.push(Uint8Array.from(bytes));
    this.#giveCredit();
  }

  complete(): void {
    if (this.#isComplete) throw new ProtocolViolation('the end of a body that is complete');
    this.#isComplete = true;
    void this.#run();
  }

  addAnswerCredit(count: number): void {
    if (this.#feeder === undefined) throw new ProtocolViolation('credit for an answer that was not given');
    this.#feeder.addCredit(count);
  }

  /** Gives the request up with the last call that may have asked for it, where that was given up itself. */
  callOver(id: number, isGivenUp: boolean): void {
    if (!this.#calls.delete(id) || this.#calls.size > 0 || !isGivenUp || this.#isOver) return;
    this.#fail(callCanceled());
    this.#feeder?.stop();
    this.#abort.abort();
  }

  /** Nobody wants the answer any more, or has it whole. */
  close(): void {
    this.#feeder?.stop();
    // Nobody listens any more, and an abort is not free.
    if (!this.#isOver) this.#abort.abort();
  }

  #giveCredit(): void {
    const { say, now } = this.#options;
    this.#taken += 1;
    if (this.#taken < BODY_WINDOW / 2) return;
    this.#credit += this.#taken;
    say({ type: 'requestCredit', id: this.#message.id, count: this.#taken, now: now() });
    this.#taken = 0;
  }

  async #run(): Promise<void> {
    const { port, mayStart } = this.#options;
    const { method, url, headers, hasBody } = this.#message;
    const { signal } = this.#abort;
    try {
      await mayStart(signal);
      const body = hasBody ? new Uint8Array(Buffer.concat(this.#body)) : undefined;
      this.#body.length = 0;
      const answer = await port.fetch({ method, url: new URL(url), headers, body, signal });
      if (!signal.aborted) await this.#feed(answer);
    } catch (error) {
      this.#fail(error);
    }
  }

  async #feed({ status, url, headers, body }: NetworkAnswer): Promise<void> {
    const { say, now, sendPiece, sendAnswer } = this.#options;
    const { id } = this.#message;
    const head = { status, url: url?.href ?? this.#message.url, headers };
    if (body.whole !== undefined && body.whole.length <= BODY_PIECE_BYTES) {
      this.#isOver = true;
      return sendAnswer(head, body.whole);
    }
    this.#feeder = new ContentFeeder(promptPieces(body, BODY_PIECE_BYTES), {
      chunk: sendPiece,
      end: () => this.#end(),
      fail: (error) => this.#fail(error),
    });
    say({ type: 'response', id, ...head, now: now() });
    await this.#feeder.run();
  }

  #end(): void {
    if (this.#abort.signal.aborted) return;
    this.#isOver = true;
    const { say, now } = this.#options;
    say({ type: 'responseEnd', id: this.#message.id, now: now() });
  }

  #fail(error: unknown): void {
    if (this.#abort.signal.aborted) return;
    this.#isOver = true;
    const { say, now, onProblem } = this.#options;
    const problem = toHostProblem(error);
    onProblem(problem);
    say({ type: 'requestFailed', id: this.#message.id, problem, now: now() });
  }
}

function callCanceled(): ProblemError {
  return new ProblemError({ code: 'CALL_CANCELED', message: 'The call that asked for it was given up.' });
}
