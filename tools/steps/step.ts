/** One check that says yes or no, and why not. */
export interface Step {
  readonly name: string;
  run(): Promise<StepResult>;
}

export interface StepResult {
  readonly ok: boolean;
  readonly output: string;
}
