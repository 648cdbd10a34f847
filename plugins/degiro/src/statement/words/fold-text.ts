const MARKS = /\p{Mn}/gu;
const SPACES = /\s+/g;
const QUOTES = /[‘’´`]/g;

/**
 * Text as it is compared: without accents, lower case, one plain space for spaces of every kind. `Impôts  sur
 * dividende` and `IMPOTS SUR DIVIDENDE` are the same.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(QUOTES, "'")
    .replace(SPACES, ' ')
    .trim();
}
