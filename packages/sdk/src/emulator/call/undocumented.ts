import { text, type Answer } from './answer.js';

/**
 * Thrown by a route for a request that the institution's documentation does not know: a parameter, a body or an order
 * of calls. The client gets the answer, and `journal.expectClean()` fails.
 */
export class UndocumentedRequest extends Error {
  override readonly name = 'UndocumentedRequest';
  readonly answer: Answer;

  /** @param answer What the institution would say, where that is known; else 501 and the reason. */
  constructor(reason: string, answer: Answer = text(`${reason}\n`, { status: 501 })) {
    super(reason);
    this.answer = answer;
  }
}
