import type { Move } from '../moves/compare-versions.ts';

/** What became of one step of the rehearsal. */
export interface StepOutcome {
  readonly step: string;
  /** By the wall clock. */
  readonly seconds: number;
  readonly moves: readonly Move[];
  /** Cells of the compatibility matrix; absent where it did not run. */
  readonly matrix?: { readonly ok: number; readonly all: number };
  /** What is otherwise than it has to be, as sentences. */
  readonly deviations: readonly string[];
}
