import type { ImportReport } from '@bourse/portfolio';
import type { RefusedFile } from '../../host/refused-file.js';

/** What the import of one file did. */
export type StoredFile = ImportReport & {
  readonly plugin: string;
  /** The account that the user's name for it turned out to mean. */
  readonly reportedAccount?: string;
};

export type ImportedFile = StoredFile | RefusedFile;

export function isStored(file: ImportedFile): file is StoredFile {
  return 'importId' in file;
}
