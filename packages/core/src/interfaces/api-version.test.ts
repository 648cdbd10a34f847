import { expect, test } from '@jest/globals';
import { API_VERSION, hasContract, SERVED_API_VERSIONS } from './api-version.js';

test.each([
  ['1.0.0', '1.0.0', true],
  ['1.1.0', '1.0.0', true],
  ['1.0.0', '1.1.0', false],
  ['2.0.0', '1.1.0', true],
  ['1.10.0', '1.9.0', true],
  ['1.9.0', '1.10.0', false],
  ['1.0.2', '1.0.10', false],
])('contract %s and what %s added: %s', (version, since, has) => {
  expect(hasContract(version, since)).toBe(has);
});

test('the newest contract that is served is the one that this package describes', () => {
  expect(SERVED_API_VERSIONS.at(-1)).toBe(API_VERSION);
});
