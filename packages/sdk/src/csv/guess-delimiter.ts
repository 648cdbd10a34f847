/** What stands between the cells of a file, a comma first. */
export const DELIMITERS = [',', ';', '\t', '|'];

/** The character that most often stands between the quoted parts of a header line; a comma where none does. */
export function guessDelimiter(headerLine: string): string {
  const unquoted = headerLine.replace(/"[^"]*"/g, '');
  let best = ',';
  let most = 0;
  for (const delimiter of DELIMITERS) {
    const count = unquoted.split(delimiter).length - 1;
    if (count > most) [best, most] = [delimiter, count];
  }
  return best;
}
