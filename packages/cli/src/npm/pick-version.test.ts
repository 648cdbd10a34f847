import { expect, test } from '@jest/globals';
import { pickVersion } from './pick-version.js';

const packument = {
  'dist-tags': { latest: '1.1.0', next: '2.0.0-beta.1' },
  versions: { '1.0.0': {}, '1.1.0': {}, '1.2.0': {}, '2.0.0-beta.1': {} },
};

test.each([
  ['latest', '1.1.0'],
  ['next', '2.0.0-beta.1'],
  ['1.0.0', '1.0.0'],
  // npm prefers the one that is tagged latest, though 1.2.0 is there.
  ['^1.0.0', '1.1.0'],
  ['>1.1.0', '1.2.0'],
])('of %s it is %s', (wanted, version) => {
  expect(pickVersion(packument, { name: 'acme', wanted })).toBe(version);
});

test.each(['3.0.0', '^2.0.0', 'canary', '__proto__'])('there is none of %s', (wanted) => {
  expect(() => pickVersion(packument, { name: 'acme', wanted })).toThrow(
    expect.objectContaining({ code: 'PACKAGE_NOT_FOUND', remedy: expect.stringContaining('2.0.0-beta.1') }),
  );
});

test('a version that is none is not taken, whatever is tagged', () => {
  const odd = { 'dist-tags': { latest: 'one\u001B[31m' }, versions: { 'one\u001B[31m': {} } };
  expect(() => pickVersion(odd, { name: 'acme', wanted: 'latest' })).toThrow('no version');
});

test('a tag that leads to a version that is not there is of none', () => {
  const tags = { ...packument, 'dist-tags': { latest: '9.0.0' } };
  expect(() => pickVersion(tags, { name: 'acme', wanted: 'latest' })).toThrow('no version');
});
