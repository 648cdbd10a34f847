import { describe, expect, test } from '@jest/globals';
import { toSemverRange } from './python-range.js';

describe('a Python version specifier', () => {
  test.each([
    ['>=2.0.0,<3.0.0', '>=2.0.0 <3.0.0'],
    ['>= 1.20.0 , < 2', '>=1.20.0 <2'],
    ['>=3.11', '>=3.11'],
    ['==1.4.2', '1.4.2'],
    ['===1.4.2', '1.4.2'],
    ['==1.4.*', '1.4.*'],
    ['~=1.4.2', '>=1.4.2 <1.5'],
    ['~=1.4', '>=1.4 <2'],
  ])('%s is %s in semver', (specifier, range) => {
    expect(toSemverRange(specifier)).toBe(range);
  });

  test.each(['!=1.0', '>=1.0,!=1.5', '~=1', '1.0', 'latest', '>=1.0 || <2', '', ','])(
    '%j cannot be said in semver',
    (specifier) => {
      expect(toSemverRange(specifier)).toBeUndefined();
    },
  );
});
