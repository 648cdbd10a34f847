import { expect, test } from '@jest/globals';
import { isColored } from './is-colored.js';

test.each([
  [{}, true, true],
  [{}, false, false],
  [{ NO_COLOR: '1' }, true, false],
  [{ NO_COLOR: '' }, true, true],
  [{ TERM: 'dumb' }, true, false],
  [{ FORCE_COLOR: '1' }, false, true],
  [{ FORCE_COLOR: '1', NO_COLOR: '1' }, false, true],
  [{ FORCE_COLOR: '0' }, true, false],
])('with %j and a terminal: %j, colours are %j', (variables, isTerminal, colored) => {
  expect(isColored(variables, isTerminal)).toBe(colored);
});
