import { pairsOf } from '../scheme/index.js';
import { fold, type Member } from './discriminate.js';

/**
 * A member of a query or a form body. Unclear where it stands there twice, also in other letters or as a list such as
 * `name[]`, and where the text has what not every program takes for the same.
 */
export function pairMember(text: string, name: string): Member {
  const isWellFormed = /^[\x21-\x7e]*$/.test(text) && !/%(?![0-9a-f]{2})/i.test(text) && isUtf8(text);
  // A `;` separates pairs for some.
  if (!isWellFormed || text.includes(';')) return 'unclear';
  const alike = [...pairsOf(text)].filter(([key]) => fold(key.replace(/[[.].*$/s, '')) === fold(name));
  const [only] = alike;
  if (only === undefined) return 'absent';
  return alike.length === 1 && only[0] === name ? { text: only[1] } : 'unclear';
}

function isUtf8(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
