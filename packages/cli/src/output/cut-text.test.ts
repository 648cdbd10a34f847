import { expect, test } from '@jest/globals';
import { cutText } from './cut-text.js';

test.each([
  ['Acme', 4, 'Acme'],
  ['Acme Securities', 6, 'Acme …'],
  ['東京証券', 5, '東京…'],
  ['東京証券', 4, '東…'],
  ['👩‍👩‍👧 Acme', 4, '👩‍👩‍👧 …'],
])('%s in %d columns is %s', (text, width, cut) => {
  expect(cutText(text, width)).toBe(cut);
});
