/** Gathers the values of an option that may be given several times. */
export function collect(value: string, former: readonly string[] = []): string[] {
  return [...former, value];
}
