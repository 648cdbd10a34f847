import type { Period, Problem, RecordKind } from '@bourse/core/interfaces';

/** How many records the ledger did not have, has now with other content, or had already. */
export interface RecordCounts {
  readonly new: number;
  readonly revised: number;
  readonly known: number;
}

/** What an import did. */
export interface ImportReport extends RecordCounts {
  readonly importId: number;
  /** The same file was imported before by the same plugin and tells nothing new: `importId` is that import. */
  readonly repeated: boolean;
  readonly file: string;
  readonly format: string;
  readonly institution: string;
  readonly accountIds: readonly string[];
  readonly period?: Period;
  readonly generatedAt?: string;
  readonly rowsTotal: number;
  readonly kinds: { readonly [Kind in RecordKind]?: RecordCounts };
  /** Rows that were read and not understood. */
  readonly unclassified: number;
  /** Rows that repeat others or change nothing. */
  readonly ignored: number;
  readonly problems: readonly Problem[];
}
