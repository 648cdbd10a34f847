import type { StepOutcome } from '../steps/step-outcome.ts';

/** What it takes until the data of a new plugin are in the portfolio. */
export interface FirstPortfolio {
  /** Of the machine, with the installation of Bourse. */
  readonly seconds: number;
  /** Without the installation of Bourse, and without going to a folder. */
  readonly commands: number;
}

export const MOST: FirstPortfolio = { seconds: 60, commands: 6 };

const INSTALLS_BOURSE = /^npm install --global /;

/** Undefined where it never came so far. */
export function measureFirstPortfolio(outcomes: readonly StepOutcome[]): FirstPortfolio | undefined {
  const end = outcomes.findIndex(({ step, ok }) => step === 'bourse portfolio' && ok);
  if (end < 0) return undefined;
  const until = outcomes.slice(0, end + 1);
  const commands = until.filter(
    ({ isCommand, step }) => isCommand && !INSTALLS_BOURSE.test(step) && !step.startsWith('cd '),
  );
  const seconds = until.reduce((sum, outcome) => sum + outcome.seconds, 0);
  return { seconds: Math.round(seconds * 10) / 10, commands: commands.length };
}
