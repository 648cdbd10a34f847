import { FRAME_LIMIT_BYTES } from '../channel/frame.js';
import type { CallMessage } from '../channel/messages.js';
import type { BoundMethod } from './activation.js';
import { holds } from './belts.js';
import { sendText } from './channel.js';
import { Content } from './content.js';
import { copyData, NoPlainData } from './copy-data.js';
import { createSignal, triggerSignal, type AbortSignal } from './endowments/abort.js';
import { toFailure } from './failure.js';

/** Room for what surrounds an answer in its message. */
const ENVELOPE_BYTES = 128;

/** One call of the host while the plugin works on it. */
export class Call {
  readonly #message: CallMessage;
  readonly #signal: AbortSignal = createSignal();
  readonly content: Content | undefined;
  #credit: number;
  #wake: (() => void) | undefined;
  #canceled = false;

  constructor(message: CallMessage) {
    this.#message = message;
    this.#credit = message.credit;
    this.content = message.content ? new Content(message.id) : undefined;
  }

  /** Runs the method and sends what it gives; never rejects. */
  async run(bound: BoundMethod): Promise<void> {
    const { id, credit } = this.#message;
    try {
      const answer = Reflect.apply(bound.method, bound.owner, [this.#request(), { signal: this.#signal }]);
      if (credit > 0) await this.#sendItems(answer);
      else this.#close(`{"type":"result","id":${id},"value":${dataText(await answer)}}`);
    } catch (error) {
      this.#close(JSON.stringify({ type: 'problem', id, ...toFailure(error) }));
    }
  }

  addCredit(count: number): void {
    this.#credit += count;
    this.#wake?.();
  }

  cancel(): void {
    this.#canceled = true;
    this.#wake?.();
    this.content?.fail();
    triggerSignal(this.#signal);
  }

  #request(): unknown {
    const { input } = this.#message;
    if (this.content === undefined) return input;
    return { ...(input as object), content: this.content.read() };
  }

  async #sendItems(answer: unknown): Promise<void> {
    const { id } = this.#message;
    for await (const item of streamOf(answer)) {
      await this.#waitForCredit();
      if (this.#canceled) break;
      this.#credit -= 1;
      sendText(`{"type":"item","id":${id},"value":${dataText(item)}}`);
    }
    this.#close(JSON.stringify({ type: 'end', id }));
  }

  /** The last message of a call: nothing about it is sent afterwards, even if the plugin goes on reading. */
  #close(last: string): void {
    this.content?.fail();
    sendText(last);
  }

  async #waitForCredit(): Promise<void> {
    while (this.#credit === 0 && !this.#canceled)
      await new Promise<void>((resolve) => (this.#wake = resolve));
  }
}

function streamOf(answer: unknown): AsyncIterable<unknown> {
  if (typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer)
    return answer as AsyncIterable<unknown>;
  throw new MalformedAnswer('the method answered with no stream');
}

/** The plugin answered with something that is no data. */
class MalformedAnswer extends Error {
  readonly code = 'MALFORMED_RESPONSE';
}

function dataText(answer: unknown): string {
  if (!holds('answerCheck')) return JSON.stringify(answer);
  try {
    const text = JSON.stringify(copyData(answer));
    if (Buffer.byteLength(text) > FRAME_LIMIT_BYTES - ENVELOPE_BYTES)
      throw new NoPlainData('it is too large');
    return text;
  } catch (error) {
    if (error instanceof NoPlainData)
      throw new MalformedAnswer(`the answer is no plain data: ${error.message}`);
    throw error;
  }
}
