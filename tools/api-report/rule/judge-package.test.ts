import { describe, expect, test } from '@jest/globals';
import { acceptChanges } from './accept-changes.ts';
import { judgeApiVersion } from './judge-api-version.ts';
import { judgePackage, type NextRelease } from './judge-package.ts';

const next = (changed: Partial<NextRelease> = {}): NextRelease => ({
  name: '@bourse/acme',
  released: '1.2.0',
  version: '1.2.0',
  changeset: 'none',
  ...changed,
});
const NOTHING = { added: [], broken: [] };
const ADDITION = { added: ['A: is new'], broken: [] };
const BREAK = { added: ['A: is new'], broken: ['B: is no longer there'] };

describe('a package whose API', () => {
  test.each([
    ['did not change needs nothing', NOTHING, next()],
    ['got more has a minor changeset', ADDITION, next({ changeset: 'minor' })],
    ['got more has a major changeset', ADDITION, next({ changeset: 'major' })],
    ['got more has a higher version already', ADDITION, next({ version: '1.3.0' })],
    ['broke has a major changeset', BREAK, next({ changeset: 'major' })],
    ['broke has a higher major already', BREAK, next({ version: '2.0.0' })],
  ])('%s', (_, change, release) => {
    expect(judgePackage(release, change)).toEqual([]);
  });

  test.each([
    ['got more without a changeset', ADDITION, next(), 'minor'],
    ['got more with a patch', ADDITION, next({ changeset: 'patch' }), 'minor'],
    ['got more with the version of a patch', ADDITION, next({ version: '1.2.1' }), 'minor'],
    ['got more with a lower version', ADDITION, next({ version: '1.1.0' }), 'minor'],
    ['broke with a minor changeset', BREAK, next({ changeset: 'minor' }), 'major'],
    ['broke without a changeset', BREAK, next(), 'major'],
  ])('%s is told the mend', (_, change, release, needed) => {
    const found = judgePackage(release, change).join('\n');
    expect(found).toContain(`Add a changeset "'@bourse/acme': ${needed}"`);
    expect(found).toContain(needed === 'major' ? 'B: is no longer there' : 'A: is new');
  });
});

test('a break that is accepted counts as an addition, and an entry that accepts nothing is told', () => {
  const entry = { package: 'acme', subpath: '.', released: '1.2.0', change: '', why: 'nobody had it' };
  const used = { ...entry, change: 'B: is no longer there' };
  const unused = { ...entry, change: 'C: is no longer there' };
  expect(acceptChanges(BREAK, [used, unused])).toEqual({
    change: { added: ['A: is new', 'B: is no longer there'], broken: [] },
    unused: [unused],
  });
});

describe('a contract with a new major', () => {
  const versions = { released: '1.1.0', current: '2.0.0' };

  test.each([
    ['without any step of the sdk', next()],
    ['with a minor step of the sdk', next({ changeset: 'minor' })],
  ])('fails %s', (_, sdk) => {
    expect(judgeApiVersion(versions, sdk).join('\n')).toContain(`Add a changeset "'@bourse/acme': major"`);
  });

  test('is fine with a major changeset or version of the sdk', () => {
    expect(judgeApiVersion(versions, next({ changeset: 'major' }))).toEqual([]);
    expect(judgeApiVersion(versions, next({ version: '2.0.0' }))).toEqual([]);
  });

  test('is the only one that needs it', () => {
    expect(judgeApiVersion({ released: '1.1.0', current: '1.2.0' }, next())).toEqual([]);
  });
});
