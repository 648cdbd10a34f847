import { expect, test } from '@jest/globals';
import type { StepOutcome } from '../steps/step-outcome.ts';
import { measureFirstPortfolio } from './first-portfolio.ts';

const step = (words: string, seconds: number, fields: Partial<StepOutcome> = {}): StepOutcome => ({
  section: '1',
  step: words,
  isCommand: true,
  seconds,
  ok: true,
  ...fields,
});

test('counts until the portfolio is shown: the time of all, the commands of the author', () => {
  const outcomes = [
    step('npm install --global @bourse/cli', 5),
    step('npm create bourse-plugin acme', 10.1),
    step('cd acme', 0),
    step('bourse portfolio', 0.1),
    step('npm test', 7),
  ];
  expect(measureFirstPortfolio(outcomes)).toEqual({ seconds: 15.2, commands: 2 });
});

test('there is nothing to count where the portfolio was never shown', () => {
  expect(measureFirstPortfolio([step('bourse portfolio', 1, { ok: false })])).toBeUndefined();
});
