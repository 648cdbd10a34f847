import type { Answer } from '@bourse/sdk/emulator';

/** Thrown by a view for a documented mistake of the client, with what Alpaca answers to it. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly answer: Answer;

  constructor(answer: Answer) {
    super(`refused with ${answer.status}`);
    this.answer = answer;
  }
}
