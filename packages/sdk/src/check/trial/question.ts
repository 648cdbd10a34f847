/** A question to a plugin. */
export interface Question {
  readonly service: string;
  readonly method: string;
  readonly request: object;
}
