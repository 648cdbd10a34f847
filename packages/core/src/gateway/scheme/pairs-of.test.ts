import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { pairsOf } from './pairs-of.js';

const anyText = fc
  .array(fc.constantFrom('a', 'b=', '=', '&', '&&', '%26', '%3D', '+', ';', 'c=1', '?', '[]', '\0', 'é'))
  .map((parts) => parts.join(''))
  .filter((text) => !text.startsWith('?'));

test('the pairs of a text are those that it has', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect([...pairsOf(text)]).toEqual([...new URLSearchParams(text)]);
    }),
  );
});
