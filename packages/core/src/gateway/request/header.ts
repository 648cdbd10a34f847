/** Name and value of a header, as they were written. */
export type Header = readonly [name: string, value: string];

/** The values of all headers of this name. */
export function headerValues(headers: readonly Header[], name: string): string[] {
  return headers.filter(([other]) => other.toLowerCase() === name).map(([, value]) => value);
}

/** @param names In lower case. */
export function withoutHeaders(headers: readonly Header[], names: ReadonlySet<string>): Header[] {
  return headers.filter(([name]) => !names.has(name.toLowerCase()));
}
