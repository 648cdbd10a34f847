import { randomBytes } from 'node:crypto';

/** A text that must not be found anywhere but in the vault. */
export interface Canary {
  readonly name: string;
  readonly text: string;
  /** Made of random characters by us, so that a piece of eight of them is found nowhere by chance. */
  readonly isMarked: boolean;
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const CLASSES: readonly (readonly [RegExp, string])[] = [
  [/[0-9]/, '0123456789'],
  [/[A-Z]/, LETTERS.toUpperCase()],
  [/[a-z]/, LETTERS],
];

/** A random text in the form of another one: digits for digits, letters for letters. */
export function markLike(text: string): string {
  const isHexadecimal = /^[0-9a-f]+$/.test(text) && /[a-f]/.test(text);
  return [...text]
    .map((character) => {
      const found = isHexadecimal ? '0123456789abcdef' : CLASSES.find(([kind]) => kind.test(character))?.[1];
      return found === undefined ? character : pick(found);
    })
    .join('');
}

/** A random text of 48 letters and digits. */
export function newMark(): string {
  return markLike('aA0aA0aA'.repeat(6));
}

function pick(characters: string): string {
  const [byte = 0] = randomBytes(1);
  return characters[byte % characters.length] ?? '';
}
