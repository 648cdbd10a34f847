import { FRAME_LIMIT_BYTES } from '../channel/frame.js';
import type { CallMessage } from '../channel/messages.js';
import { holds } from './belts.js';
import { sendText } from './channel.js';
import { Content } from './content.js';
import { copyData, NoPlainData } from './copy-data.js';
import { cancel, Cancellation } from './cancellation.js';
import { toFailure } from './failure.js';
import type { BoundMethod } from './services.js';

/** Room for what surrounds an answer in its message. */
const ENVELOPE_BYTES = 128;

/** One call of the host while the plugin works on it. */
export class Call {
  readonly content: Content | undefined;
  readonly #message: CallMessage;
  readonly #onClose: () => void;
  readonly #cancellation = new Cancellation();
  #credit: number;
  #wake: (() => void) | undefined;
  #closed = false;

  constructor(message: CallMessage, onClose: () => void) {
    this.content = message.content ? new Content(message.id) : undefined;
    this.#message = message;
    this.#onClose = onClose;
    this.#credit = message.credit;
  }

  /** Runs the method and sends what it gives; never rejects. */
  async run({ method, owner }: BoundMethod): Promise<void> {
    const { id, credit } = this.#message;
    try {
      const answer = Reflect.apply(method, owner, [this.#request(), this.#cancellation]);
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

  /** The host does not wait any more. The call is over at once, whatever the plugin makes of its signal. */
  cancel(): void {
    this.#close(`{"type":"end","id":${this.#message.id}}`);
    this.#wake?.();
    cancel(this.#cancellation);
  }

  #request(): unknown {
    const { input } = this.#message;
    return this.content === undefined ? input : { ...input, content: this.content.read() };
  }

  async #sendItems(answer: unknown): Promise<void> {
    const { id } = this.#message;
    for await (const item of streamOf(answer)) {
      while (this.#credit === 0 && !this.#closed)
        await new Promise<void>((resolve) => (this.#wake = resolve));
      if (this.#closed) return;
      this.#credit -= 1;
      sendText(`{"type":"item","id":${id},"value":${dataText(item)}}`);
    }
    this.#close(`{"type":"end","id":${id}}`);
  }

  /** Sends the last message of the call. Nothing about it is sent afterwards, even if the plugin goes on. */
  #close(last: string): void {
    if (this.#closed) return;
    this.#closed = true;
    this.content?.fail();
    this.#onClose();
    sendText(last);
  }
}

function streamOf(answer: unknown): AsyncIterable<unknown> {
  if (typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer) {
    return answer as AsyncIterable<unknown>;
  }
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
    if (!(error instanceof NoPlainData)) throw error;
    throw new MalformedAnswer(`the answer is no plain data: ${error.message}`);
  }
}
