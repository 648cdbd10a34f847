/** A new plugin after one small edit, and the rule that is meant for it. */
export interface Mutant {
  readonly code: string;
  readonly what: string;
  readonly file: string;
  /** Undefined takes the file away. */
  readonly edit?: Edit;
  /** Another edit of the same file. */
  readonly also?: Edit;
  /** What the rule says, where it matters. */
  readonly says?: RegExp;
}

type Edit = readonly [from: string, to: string];
