import type { Problem } from '@bourse/core/interfaces';

/** A file that was not read, with the reason. */
export interface RefusedFile {
  readonly file: string;
  readonly plugin?: string;
  readonly problems: readonly Problem[];
}
