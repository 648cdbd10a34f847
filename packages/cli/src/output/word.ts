/** A value of an enumeration as a word: `TRANSFER_IN` is `transfer in`. */
export function word(value: string): string {
  return value.toLowerCase().replaceAll('_', ' ');
}
