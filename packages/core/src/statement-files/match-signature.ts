import { extname } from 'node:path';
import type { StatementSignature } from '../interfaces/index.js';
import { listHeaderCells } from './csv-cells.js';
import { decodeHead } from './decode-head.js';

/** The bytes of a file that signatures are compared with, from its beginning. */
export const HEAD_BYTES = 65_536;

/** A file as far as it is looked at before a plugin reads it. */
export interface FileHead {
  readonly name: string;
  readonly head: Uint8Array;
}

/** The signatures that a file matches, those with the most tokens first. No plugin is run. */
export function matchSignatures(
  signatures: readonly StatementSignature[],
  { name, head }: FileHead,
): StatementSignature[] {
  const extension = extname(name).slice(1).toLowerCase();
  const candidates = signatures.filter((signature) => signature.extension === extension);
  if (candidates.length === 0) return [];
  const text = decodeHead(head.subarray(0, HEAD_BYTES));
  const holds =
    extension === 'csv'
      ? inOneLine(text)
      : (tokens: readonly string[]) => tokens.every((token) => text.includes(token));
  return candidates
    .filter(({ headerTokens }) => holds(headerTokens))
    .sort((left, right) => right.headerTokens.length - left.headerTokens.length);
}

function inOneLine(text: string): (tokens: readonly string[]) => boolean {
  const lines = listHeaderCells(text);
  return (tokens) => lines.some((cells) => tokens.every((token) => cells.has(token)));
}
