import { expect, test } from '@jest/globals';
import { splitWords } from './split-words.js';

test.each([
  ['parse account.csv', ['parse', 'account.csv']],
  ['parse "my account.csv"  --json', ['parse', 'my account.csv', '--json']],
  ['parse \'a "b".csv\' --plugin=acme', ['parse', 'a "b".csv', '--plugin=acme']],
  ['parse --name="two words"', ['parse', '--name=two words']],
  ['', []],
])('%j has the words %j', (line, words) => {
  expect(splitWords(line)).toEqual(words);
});
