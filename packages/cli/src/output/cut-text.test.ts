import { expect, test } from '@jest/globals';
import { cutMiddle, cutText } from './cut-text.js';

test.each([
  ['Acme', 4, 'Acme'],
  ['Acme Securities', 6, 'Acme …'],
  ['東京証券', 5, '東京…'],
  ['東京証券', 4, '東…'],
  ['👩‍👩‍👧 Acme', 4, '👩‍👩‍👧 …'],
])('%s in %d columns is %s', (text, width, cut) => {
  expect(cutText(text, width)).toBe(cut);
});

test.each([
  ['Acme', 4, 'Acme'],
  ['Acme Securities U7654321', 15, 'Acme Se…7654321'],
  ['東京証券 口座一二', 9, '東京…一二'],
  ['Acme 👩‍👩‍👧', 6, 'Acm…👩‍👩‍👧'],
  ['Acme', 1, '…'],
])('%s in %d columns, with its end, is %s', (text, width, cut) => {
  expect(cutMiddle(text, width)).toBe(cut);
});
