import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import semver from 'semver';
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

const version = fc
  .tuple(fc.nat(3), fc.nat(3), fc.nat(2))
  .map(([major, minor, patch]) => `${major}.${minor}.${patch}`);
const range = fc.oneof(
  version,
  version.map((lowest) => `^${lowest}`),
  version.map((lowest) => `>=${lowest}`),
  fc.tuple(version, version).map(([lowest, highest]) => `>=${lowest} <${highest}`),
);
const served = fc.uniqueArray(version, { maxLength: 6 });

test('what is settled on is served, inside the range, and no lower than anything else that is', () => {
  fc.assert(
    fc.property(range, served, (claimed, versions) => {
      const settled = negotiateApiVersion(claimed, versions);
      const common = versions.filter((each) => semver.satisfies(each, claimed));
      expect(settled === undefined).toBe(common.length === 0);
      if (settled === undefined) return;
      expect(common).toContain(settled);
      expect(common.filter((each) => semver.gt(each, settled))).toEqual([]);
    }),
  );
});

test('the order in which a host names its contracts says nothing', () => {
  fc.assert(
    fc.property(range, served, (claimed, versions) => {
      const settled = negotiateApiVersion(claimed, versions);
      expect(negotiateApiVersion(claimed, versions.toReversed())).toBe(settled);
    }),
  );
});

test('a host that serves one contract more settles on the same or a higher one', () => {
  fc.assert(
    fc.property(range, served, version, (claimed, versions, more) => {
      const [before, after] = [versions, [...versions, more]].map((each) =>
        negotiateApiVersion(claimed, each),
      );
      if (before !== undefined) expect(semver.gte(after ?? '0.0.0', before)).toBe(true);
    }),
  );
});
