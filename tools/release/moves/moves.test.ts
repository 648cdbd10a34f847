import { describe, expect, test } from '@jest/globals';
import { compareVersions } from './compare-versions.ts';
import { judgeMoves } from './judge-moves.ts';

const versions = (of: Readonly<Record<string, string>>): ReadonlyMap<string, string> =>
  new Map(Object.entries(of));

describe('between two looks at a registry', () => {
  test.each([
    ['1.0.0', '1.0.1', 'patch'],
    ['1.0.3', '1.1.0', 'minor'],
    ['1.1.3', '2.0.0', 'major'],
    ['1.0.1', '1.0.0', 'back'],
    ['2.0.0', '1.9.9', 'back'],
  ])('from %s to %s is a move: %s', (before, after, bump) => {
    expect(compareVersions(versions({ acme: before }), versions({ acme: after }))).toEqual([
      { name: 'acme', before, after, bump },
    ]);
  });

  test('what is new moved from nothing, what stayed did not, and all stands by name', () => {
    expect(
      compareVersions(versions({ b: '1.0.0' }), versions({ c: '1.0.0', b: '1.0.0', a: '1.0.0' })),
    ).toEqual([
      { name: 'a', after: '1.0.0', bump: 'new' },
      { name: 'c', after: '1.0.0', bump: 'new' },
    ]);
  });
});

describe('a release of core', () => {
  const core = { name: 'core', before: '1.0.0', after: '2.0.0', bump: 'major' } as const;
  const expected = { moves: { core: 'major' }, mayFollow: ['cli'] } as const;

  test('is well when it alone moves, and what is installed with it by a patch', () => {
    expect(judgeMoves([core], expected)).toEqual([]);
    expect(
      judgeMoves([core, { name: 'cli', before: '1.0.0', after: '1.0.1', bump: 'patch' }], expected),
    ).toEqual([]);
  });

  test('is not when a plugin moves with it', () => {
    expect(
      judgeMoves([core, { name: 'plugin', before: '1.0.0', after: '1.0.1', bump: 'patch' }], expected),
    ).toEqual(['plugin should not have moved: 1.0.0 → 1.0.1.']);
  });

  test('is not when what is installed with it moves further', () => {
    expect(
      judgeMoves([core, { name: 'cli', before: '1.0.0', after: '2.0.0', bump: 'major' }], expected),
    ).toEqual(['cli should not have moved: 1.0.0 → 2.0.0.']);
  });

  test('is not when it did not move, or not as far', () => {
    expect(judgeMoves([], expected)).toEqual(['core should have moved: major, but: did not move.']);
    expect(judgeMoves([{ ...core, bump: 'minor' }], expected)).toEqual([
      'core should have moved: major, but: minor.',
    ]);
  });
});
