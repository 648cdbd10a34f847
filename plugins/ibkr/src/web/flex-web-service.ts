import { decodeText, type StatementPart } from '@bourse/sdk';
import { readFlexContent } from '../statement/read-flex-xml.js';
import { askService, unreadable } from './ask-service.js';
import { expectWhole } from './expect-whole.js';
import { SEND_REQUEST, statementUrl } from './statement-url.js';
import { takeHead } from './take-head.js';
import { wait, type Wait } from './wait.js';
import { readWebAnswer, type WebAnswer } from './web-answer.js';
import { toProblem, waitAfter } from './web-errors.js';

/** Milliseconds between two requests of one token, of which there may be one a second. */
const PAUSE = 1_100;

/** Milliseconds for which a statement is waited for. */
const PATIENCE = 300_000;

/** The Flex web service: has the statement of a query made, waits for it and reads it as it arrives. */
export class FlexWebService {
  readonly #signal: AbortSignal;
  readonly #wait: Wait;
  /** Milliseconds waited for the statement up to now. */
  #waited = 0;

  constructor(options: { signal: AbortSignal; wait?: Wait }) {
    this.#signal = options.signal;
    this.#wait = options.wait ?? wait;
  }

  /** @throws ProblemError where no statement comes */
  async *fetchStatement(): AsyncIterable<StatementPart> {
    this.#waited = 0;
    const { url, referenceCode } = await this.#order();
    await this.#wait(PAUSE, this.#signal);
    yield* readFlexContent(expectWhole(await this.#collect(statementUrl(url, referenceCode))));
  }

  /** The first step: has the statement made. */
  async #order(): Promise<WebAnswer & { referenceCode: string }> {
    for (;;) {
      const { text } = await this.#ask(SEND_REQUEST);
      const answer = await readAnswer(text);
      const { referenceCode } = answer;
      if (referenceCode !== undefined && answer.code === undefined) return { ...answer, referenceCode };
      await this.#waitOrThrow(answer);
    }
  }

  /** The second step: asks until the statement is there. */
  async #collect(url: string): Promise<AsyncIterable<Uint8Array>> {
    for (;;) {
      const { head, content, text } = await this.#ask(url);
      if (head.includes('<FlexQueryResponse')) return content;
      await this.#waitOrThrow(await readAnswer(text));
    }
  }

  async #ask(
    url: string,
  ): Promise<{ head: string; content: AsyncIterable<Uint8Array>; text: () => Promise<string> }> {
    const response = await askService(url, this.#signal);
    const { head, content } = await takeHead(response.body ?? emptyBody());
    return { head, content, text: () => readText(content) };
  }

  async #waitOrThrow(answer: WebAnswer): Promise<void> {
    const pause = waitAfter(answer);
    if (pause === undefined || this.#waited + pause > PATIENCE) throw toProblem(answer);
    this.#waited += pause;
    await this.#wait(pause, this.#signal);
  }
}

async function readAnswer(readText: () => Promise<string>): Promise<WebAnswer> {
  const text = await readText();
  const answer = readWebAnswer(text);
  if (answer === undefined) throw unreadable(text);
  return answer;
}

/** Errors are short. */
const TEXT_MAX_CHARACTERS = 65_536;

async function readText(content: AsyncIterable<Uint8Array>): Promise<string> {
  let text = '';
  for await (const part of decodeText(content)) {
    text += part;
    if (text.length > TEXT_MAX_CHARACTERS) break;
  }
  return text;
}

async function* emptyBody(): AsyncGenerator<Uint8Array> {}
