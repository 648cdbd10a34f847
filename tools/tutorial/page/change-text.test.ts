import { expect, test } from '@jest/globals';
import { changeText } from './change-text.ts';

test('lines come and go at the place that the others tell', () => {
  expect(changeText('a\n  b\nc\n', '   b\n-c\n+d\n+$&\n')).toBe('a\n  b\nd\n$&\n');
});

test.each([
  ['is not there', 'x\n'],
  ['is there twice', 'b\nb\n'],
])('a place that %s is refused', (_, text) => {
  expect(() => changeText(text, '-b\n+c\n')).toThrow('times:\nb');
});
