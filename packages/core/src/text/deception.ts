const PLAIN_ASCII = /^[\x20-\x7e]*$/;
const INVISIBLE = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
const WORDS = /[\p{L}\p{M}]+/gu;
const LATIN = /\p{Script=Latin}/u;
const LIKE_LATIN =
  /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Coptic}\p{Script=Lisu}]/u;

/** What a name does to look like another one. */
export type Deception = 'INVISIBLE' | 'MIXED_SCRIPTS' | 'STYLED_LETTERS';

/**
 * Tells how a name may deceive a reader: by characters that cannot be seen or that turn the direction, by letters of
 * another script inside a Latin word, or by letters that only look like plain ones (`𝐀`, `Ａ`).
 */
export function findDeception(name: string): Deception | undefined {
  if (PLAIN_ASCII.test(name)) return undefined;
  if (INVISIBLE.test(name)) return 'INVISIBLE';
  const words = name.match(WORDS) ?? [];
  if (words.some((word) => LATIN.test(word) && LIKE_LATIN.test(word))) return 'MIXED_SCRIPTS';
  if (words.some((word) => word.normalize('NFKC') !== word.normalize('NFC'))) return 'STYLED_LETTERS';
  return undefined;
}
