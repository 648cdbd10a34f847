import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { runSteps } from './run-steps.ts';
import { finish, sum } from './summary.ts';

let printed: string;
let exitCodeBefore: typeof process.exitCode;

beforeEach(() => {
  printed = '';
  exitCodeBefore = process.exitCode;
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
});

afterEach(() => {
  process.exitCode = exitCodeBefore;
});

const step = (name: string, ok: boolean) => ({ name, run: async () => ({ ok, output: `words of ${name}` }) });

test('every step is counted, and only one that fails shows what it said', async () => {
  expect(await runSteps([step('good', true), step('bad', false)])).toEqual({ passed: 1, failed: 1 });
  expect(printed).toMatch(/^✓ good \(\d+\.\d s\)\n✗ bad \(\d+\.\d s\)\nwords of bad\n$/);
});

test('counts add up', () => {
  const counts = [
    { passed: 1, failed: 2 },
    { passed: 10, failed: 20 },
  ];
  expect(sum(counts)).toEqual({ passed: 11, failed: 22 });
});

test('the last line is the count alone', () => {
  finish({ passed: 3, failed: 0 });
  expect(printed.split('\n').slice(-2)).toEqual(['3 passed, 0 failed', '']);
  expect(process.exitCode).toBe(exitCodeBefore);
});

test.each([
  { passed: 3, failed: 1 },
  { passed: 0, failed: 0 },
])('$passed passed, $failed failed is a failure', (count) => {
  finish(count);
  expect(process.exitCode).toBe(1);
});
