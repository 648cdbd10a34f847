/** A question to a plugin. */
export interface Question {
  readonly service: string;
  readonly method: string;
  readonly request: object;
}

/** As a message names it, such as `fee.listFees({"cursor":"2"})`. */
export function tellQuestion({ service, method, request }: Question): string {
  const sent = JSON.stringify(request);
  return `${service}.${method}(${sent === '{}' ? '' : sent})`;
}
