import { describe, expect, test } from '@jest/globals';
import { draw, drawBelow } from './draw.js';

describe('draw', () => {
  test('the same words give the same number', () => {
    expect(draw(1, 'AURW', '2024-01-02')).toBe(draw(1, 'AURW', '2024-01-02'));
  });

  test('other words give other numbers', () => {
    const days = Array.from({ length: 1000 }, (_, index) => draw(1, 'AURW', index));
    expect(new Set(days).size).toBe(1000);
    expect(draw('a', 'bc')).not.toBe(draw('ab', 'c'));
  });

  test('all parts of a range come up about as often', () => {
    const counts = [0, 0, 0, 0, 0, 0, 0];
    for (let index = 0; index < 7000; index += 1) {
      const drawn = drawBelow(7, 'range', index);
      counts[drawn] = (counts[drawn] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });
});
