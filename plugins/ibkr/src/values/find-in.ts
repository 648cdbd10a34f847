/** What a table holds for a word of a file. Words such as `constructor`, which every object knows, are in no table. */
export function findIn<Value>(table: Readonly<Record<string, Value>>, word: string): Value | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}
