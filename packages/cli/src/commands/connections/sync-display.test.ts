import { expect, test } from '@jest/globals';
import type { SyncEvent } from '@bourse/portfolio';
import { Progress } from '../../output/progress.js';
import { SyncDisplay } from './sync-display.js';

const NOW = Date.parse('2024-03-01T10:00:00Z');

const event = (connectionId: string, what: string, more: Partial<SyncEvent> = {}): SyncEvent => ({
  connectionId,
  what,
  records: 0,
  pages: 0,
  done: 0,
  left: 1,
  ...more,
});

const EVENTS = [
  event('acme', 'login'),
  event('other-acme', 'login'),
  event('acme', 'transactions', { done: 1, left: 2 }),
  event('acme', 'transactions', { done: 1, left: 2, records: 1_240, pages: 3 }),
  event('other-acme', 'cashMovements', { waitsUntil: NOW + 4_200, waitsFor: 'RATE_LIMITED' }),
  event('acme', 'done', { done: 3, left: 0 }),
];

const STEPS = [
  'acme        logging in',
  'other-acme  logging in',
  'acme        transactions  2 of 3',
  'other-acme  cash movements  1 of 1  waiting for the rate limit (5 s)',
  'acme        done',
];

/** What is shown, on a terminal or elsewhere. */
function show(isTerminal: boolean): string[][] {
  const shown: string[][] = [];
  const progress = new Progress(undefined);
  if (isTerminal)
    Object.defineProperties(progress, {
      isVisible: { value: true },
      update: { value: (lines: string[]) => shown.push(lines) },
    });
  const writeErrorLines = async (lines: Iterable<string>): Promise<void> => void shown.push([...lines]);
  const display = new SyncDisplay({ progress, writeErrorLines }, ['acme', 'other-acme'], () => NOW);
  for (const each of EVENTS) display.show(each);
  return shown;
}

test('a terminal shows a line for each connection, those that are done last', () => {
  const shown = show(true);
  expect(shown[3]).toEqual(['acme        transactions  page 3, 1,240 records  2 of 3', STEPS[1]]);
  expect(shown.at(-1)).toEqual([STEPS[3], STEPS[4]]);
});

test('records that came on no pages are counted alone', () => {
  const shown: string[][] = [];
  const progress = new Progress(undefined);
  Object.defineProperties(progress, {
    isVisible: { value: true },
    update: { value: (lines: string[]) => shown.push(lines) },
  });
  const display = new SyncDisplay({ progress, writeErrorLines: async () => undefined }, ['acme'], () => NOW);
  display.show(event('acme', 'statement', { records: 7 }));
  expect(shown).toEqual([[expect.stringContaining('  7 records  1 of 1')]]);
});

test('elsewhere a line is written for each step', () => {
  expect(show(false)).toEqual(STEPS.map((line) => [line]));
});
