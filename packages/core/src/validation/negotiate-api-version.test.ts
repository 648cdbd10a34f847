import { expect, test } from '@jest/globals';
import { negotiateApiVersion } from './negotiate-api-version.js';

test.each([
  ['>=1.0.0 <2.0.0', ['1.0.0', '1.1.0', '2.0.0'], '1.1.0'],
  ['>=1.0.0', ['2.0.0', '1.0.0'], '2.0.0'],
  ['1.0.0', ['1.0.0', '1.1.0'], '1.0.0'],
  ['^1.0.0', ['1.1.0-beta.1', '1.0.0'], '1.0.0'],
  ['^1.2.0', ['1.0.0', '1.1.0'], undefined],
  ['nothing', ['1.0.0'], undefined],
  ['*', [], undefined],
])('a plugin for %s and a host that serves %j settle on %s', (range, served, version) => {
  expect(negotiateApiVersion(range, served)).toBe(version);
});
