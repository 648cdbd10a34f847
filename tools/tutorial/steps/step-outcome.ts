/** What became of one step; the time is what the wall clock says. */
export interface StepOutcome {
  readonly section: string;
  readonly step: string;
  readonly isCommand: boolean;
  readonly seconds: number;
  readonly ok: boolean;
  /** What was said, where it failed. */
  readonly output?: string;
}
