import { MOST, type FirstPortfolio } from './first-portfolio.ts';
import type { StepOutcome } from '../steps/step-outcome.ts';

const WIDTH = 100;

/** One line for each step, below the section that it belongs to. */
export function stepLines({ section, step, seconds, ok, output }: StepOutcome, former: string): string[] {
  const [words = ''] = step.split('\n');
  const short = words.length > WIDTH ? `${words.slice(0, WIDTH - 1)}…` : words;
  return [
    ...(section === former ? [] : ['', section]),
    `${ok ? '✓' : '✗'} ${seconds.toFixed(1).padStart(6)} s  ${short}`,
    ...(output === undefined ? [] : [output]),
  ];
}

export function summaryLines(first: FirstPortfolio | undefined, changed: readonly string[]): string[] {
  if (first === undefined) return ['', 'The portfolio was never shown.'];
  return [
    '',
    'From nothing to data in the portfolio',
    limitLine('seconds', first.seconds, MOST.seconds),
    limitLine('commands', first.commands, MOST.commands),
    limitLine('files of Bourse changed', changed.length, 0),
    ...changed,
  ];
}

function limitLine(what: string, found: number, most: number): string {
  return `${found <= most ? '✓' : '✗'} ${found} ${what}, at most ${most}`;
}
