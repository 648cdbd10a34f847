import { expect, test } from '@jest/globals';
import { foldText } from './fold-text.js';

test.each([
  ['Impôts  sur dividende', 'impots sur dividende'],
  ['  IMPOTS SUR DIVIDENDE ', 'impots sur dividende'],
  ['Transfer\u00a0from\u202fyour', 'transfer from your'],
  ['Frais d’opération', "frais d'operation"],
  ['Straße', 'strasse'],
  ['FUSIÓN', 'fusion'],
  ['ﬂatex', 'flatex'],
])('%j and %j are compared as one', (text, folded) => {
  expect(foldText(text)).toBe(folded);
});
