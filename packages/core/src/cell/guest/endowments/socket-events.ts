import { Event } from './event.js';

/** A message of a socket: text, or the bytes as an ArrayBuffer. */
export class MessageEvent extends Event {
  readonly #data: string | ArrayBufferLike;

  constructor(data: string | ArrayBufferLike) {
    super('message');
    this.#data = data;
  }

  get data(): string | ArrayBufferLike {
    return this.#data;
  }
}

export class CloseEvent extends Event {
  readonly #code: number;
  readonly #reason: string;
  readonly #wasClean: boolean;

  constructor(code: number, reason: string, wasClean: boolean) {
    super('close');
    this.#code = code;
    this.#reason = reason;
    this.#wasClean = wasClean;
  }

  get code(): number {
    return this.#code;
  }

  get reason(): string {
    return this.#reason;
  }

  get wasClean(): boolean {
    return this.#wasClean;
  }
}

/** A socket has failed; the error has the code of the problem. */
export class ErrorEvent extends Event {
  readonly #error: Error;

  constructor(error: Error) {
    super('error');
    this.#error = error;
  }

  get error(): Error {
    return this.#error;
  }

  get message(): string {
    return this.#error.message;
  }
}
