import type { Canary } from '../canary.ts';

/** Bytes that stand for a canary somewhere. */
export interface Needle {
  readonly canary: string;
  /** How the canary is written there. */
  readonly spelling: string;
  readonly bytes: Buffer;
}

/** Characters of a piece. A run of 15 characters of a canary has a whole piece in it. */
const PIECE = 8;

/** Fewer characters than these are found by chance. */
const SHORTEST = 8;

/** Every way in which a canary is looked for. */
export function needlesOf({ name, text, isMarked }: Canary): Needle[] {
  if (text.length < SHORTEST) return [];
  const bytes = Buffer.from(text);
  const hex = bytes.toString('hex');
  const spellings: [string, Buffer][] = [
    ['latin1', bytes],
    ['utf16', Buffer.from(text, 'utf16le')],
    ['hex', Buffer.from(hex)],
    ['HEX', Buffer.from(hex.toUpperCase())],
    ...[0, 1, 2].map((before): [string, Buffer] => ['base64', Buffer.from(base64Behind(before, bytes))]),
    ...(isMarked ? piecesOf(text) : []),
  ];
  return spellings
    .filter(([, each]) => each.length >= SHORTEST)
    .map(([spelling, each]) => ({ canary: name, spelling, bytes: each }));
}

function piecesOf(text: string): [string, Buffer][] {
  const pieces = text.match(new RegExp(`[^]{${PIECE}}`, 'g')) ?? [];
  return pieces.flatMap((piece): [string, Buffer][] => [
    ['piece', Buffer.from(piece)],
    ['utf16 piece', Buffer.from(piece, 'utf16le')],
  ]);
}

/** The characters of base64 that depend on the text alone where so many other bytes stand before it. */
function base64Behind(before: number, bytes: Buffer): string {
  const text = Buffer.concat([Buffer.alloc(before), bytes])
    .toString('base64')
    .replace(/=+$/, '');
  const partial = (before + bytes.length) % 3 === 0 ? 0 : 1;
  return text.slice(before === 0 ? 0 : before + 1, text.length - partial);
}
