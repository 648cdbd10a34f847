/** A request with the number that its reply will have. */
export interface Envelope<Request> {
  readonly number: number;
  readonly request: Request;
}

export interface Reply {
  readonly number: number;
  readonly value?: unknown;
  readonly error?: string;
}
