import type { Statement } from '@bourse/core/interfaces';
import type { RefusedFile } from '../../host/refused-file.js';

/** A statement with the file that it was read from. */
export type ReadFile = { readonly file: string; readonly plugin: string } & Statement;

export type ParsedFile = ReadFile | RefusedFile;

export function isRead(file: ParsedFile): file is ReadFile {
  return 'format' in file;
}
