/** A regular expression, and a text for which it tries more ways than there is time for. */
export const ENDLESS_PATTERN = '^(a+)+$';
export const ENDLESS_TEXT = `${'a'.repeat(60)}b`;
