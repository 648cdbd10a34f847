import { json, type Answer } from '@bourse/sdk/emulator';

/** One of the errors of the API, as REST and WebSocket tell them. */
export interface BitvavoError {
  readonly errorCode: number;
  readonly error: string;
}

/** Thrown to answer with an error that the documentation knows. */
export class BitvavoRefusal extends Error {
  readonly status: number;
  readonly body: BitvavoError;

  constructor(status: number, errorCode: number, error: string) {
    super(error);
    this.status = status;
    this.body = { errorCode, error };
  }

  toAnswer(headers: Answer['headers'] = {}): Answer {
    return json(this.body, { status: this.status, headers });
  }
}

export function missingParameter(name: string): BitvavoRefusal {
  return new BitvavoRefusal(400, 203, `${name} parameter is required.`);
}

export function invalidParameter(name: string): BitvavoRefusal {
  return new BitvavoRefusal(400, 205, `${name} parameter is invalid.`);
}

export function unsupportedParameter(name: string): BitvavoRefusal {
  return new BitvavoRefusal(400, 200, `${name} url parameter is not supported.`);
}
