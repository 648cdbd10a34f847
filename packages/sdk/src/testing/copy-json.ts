/** What is left of a value on its way through the channel of a cell: JSON data. */
export function copyJson(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}
