import { expect, test } from '@jest/globals';
import { keepParts } from './keep-parts.js';

const TEXT = ['a', '  //#if one', 'b', '  //#end', '//#if !one', 'c', '//#end', 'd', ''].join('\n');

test.each([
  [['one'], 'a\nb\nd\n'],
  [[], 'a\nc\nd\n'],
])('with %j these lines stay', (wanted, expected) => {
  expect(keepParts(TEXT, new Set(wanted))).toBe(expected);
});

test('paragraphs that are left out leave no gap', () => {
  expect(keepParts('a\n\n<!--#if one-->\n\nb\n\n<!--#end-->\n\nc\n', new Set())).toBe('a\n\nc\n');
});
