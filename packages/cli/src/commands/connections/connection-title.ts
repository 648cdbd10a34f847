import { printable } from '@bourse/core';

/** How a connection is shown: its id, then name and institution where they say more. */
export function connectionTitle(id: string, name: string, institution: string | undefined): string {
  const words = [id, ...(name === id ? [] : [printable(name)])];
  const isKnown = institution === undefined || institution === name || institution === id;
  return [...words, ...(isKnown ? [] : [`(${printable(institution)})`])].join(' ');
}
