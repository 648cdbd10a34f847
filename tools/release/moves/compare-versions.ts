import semver from 'semver';

/** How far a version moved; `new` where there was none. */
export type Bump = 'new' | 'major' | 'minor' | 'patch' | 'back';

/** A package whose newest version is another one than before. */
export interface Move {
  readonly name: string;
  /** Absent where there was none. */
  readonly before?: string;
  readonly after: string;
  readonly bump: Bump;
}

/** What moved between two looks at a registry, by name. A package that is no longer there is none of it. */
export function compareVersions(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): Move[] {
  return [...after]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([name, version]) => {
      const former = before.get(name);
      if (former === version) return [];
      return [{ name, after: version, ...moveOf(former, version) }];
    });
}

function moveOf(before: string | undefined, after: string): Pick<Move, 'before' | 'bump'> {
  if (before === undefined) return { bump: 'new' };
  if (semver.lt(after, before)) return { before, bump: 'back' };
  const bump = (['major', 'minor', 'patch'] as const).find(
    (part) => semver[part](after) !== semver[part](before),
  );
  if (bump === undefined) throw new Error(`${before} and ${after} differ in no number.`);
  return { before, bump };
}
