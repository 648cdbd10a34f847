import type { ImportReport } from '@bourse/portfolio';
import type { RefusedFile } from '../../host/refused-file.js';

/** What the import of one file did. */
export type StoredFile = { readonly plugin: string } & ImportReport;

export type ImportedFile = StoredFile | RefusedFile;

export function isStored(file: ImportedFile): file is StoredFile {
  return 'importId' in file;
}
