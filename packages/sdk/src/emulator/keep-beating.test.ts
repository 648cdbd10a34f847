import { expect, jest, test } from '@jest/globals';
import { keepBeating } from './keep-beating.js';

test('beats once a second until it is disposed of', () => {
  jest.useFakeTimers();
  let beats = 0;
  {
    using _pulse = keepBeating({ beat: () => void (beats += 1) });
    jest.advanceTimersByTime(3_500);
    expect(beats).toBe(3);
  }
  jest.advanceTimersByTime(5_000);
  expect(beats).toBe(3);
  jest.useRealTimers();
});
