import { json, type Answer } from '@bourse/sdk/emulator';

/** An error of the API. */
export function refuse(status: number, error: string): Answer {
  return json({ error, statusCode: status }, { status });
}

/** Thrown by a view for what the API refuses. */
export class PortalRefusal extends Error {
  readonly answer: Answer;

  constructor(status: number, error: string) {
    super(error);
    this.answer = refuse(status, error);
  }
}
