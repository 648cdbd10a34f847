import type { Cell } from '../../output/table.js';

/** A gain or loss with its sign and colour. @param text An amount as it is shown */
export function signedCell(text: string): Cell {
  if (text === '' || /^0(\.0*)?$/.test(text)) return text;
  return text.startsWith('-') ? { text, meaning: 'bad' } : { text: `+${text}`, meaning: 'good' };
}
