import { describe, expect, test } from '@jest/globals';
import { countsAsCrash, decideStart } from './crash-policy.js';

const crash = (at: number) => ({ at, reason: 'crashed' }) as const;

describe('a plugin', () => {
  test('that has not crashed is started', () => {
    expect(decideStart([], 1_000, 0.5)).toEqual({ kind: 'start' });
  });

  test.each([
    [1, 0, 250],
    [1, 0.999, 499.75],
    [2, 0, 500],
    [2, 0.5, 750],
  ])('that has crashed %d times pauses, with jitter %d, for %d ms', (crashes, jitter, pause) => {
    const history = Array.from({ length: crashes }, (_, index) => crash(index));
    const last = crashes - 1;
    expect(decideStart(history, last + pause - 0.5, jitter)).toEqual({ kind: 'wait', until: last + pause });
    expect(decideStart(history, last + pause, jitter)).toEqual({ kind: 'start' });
  });

  test('that has crashed three times is quarantined', () => {
    expect(decideStart([crash(0), crash(1), crash(2)], 299_999, 0)).toEqual({ kind: 'quarantined' });
  });
});

describe('the end of a cell', () => {
  test.each([
    ['crashed', true],
    ['unresponsive', true],
    ['out-of-memory', true],
    ['cpu-exceeded', true],
    ['protocol-violation', true],
    ['stopped', false],
    ['start-failed', false],
  ] as const)('"%s" counts as a crash: %s', (reason, counts) => {
    expect(countsAsCrash({ reason, detail: '' })).toBe(counts);
  });

  test('because of a large file does not count', () => {
    expect(countsAsCrash({ reason: 'out-of-memory', detail: '', largeInput: true })).toBe(false);
  });
});
