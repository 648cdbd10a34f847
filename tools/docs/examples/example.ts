/** A piece of TypeScript that a page or a docstring shows. */
export interface Example {
  /** The page and the number of the block, or the export. */
  readonly where: string;
  readonly code: string;
  /** What a docstring's example may use without importing it. */
  readonly from?: string;
  /** Shows what only works at the reader's: his files, his plugins. */
  readonly isCompiledOnly: boolean;
}
