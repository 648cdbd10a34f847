import { bumpBetween, isLess, largest, type Bump } from './bump.ts';
import type { ApiChange } from './compare-reports.ts';

/** A package as it will be released next. */
export interface NextRelease {
  readonly name: string;
  /** The version of the last release, and the one in package.json. */
  readonly released: string;
  readonly version: string;
  /** The largest step that a changeset asks for. */
  readonly changeset: Bump;
}

/** The step that the package makes: by its changesets, or already in its package.json. */
export function stepOf({ released, version, changeset }: NextRelease): Bump {
  return largest([bumpBetween(released, version), changeset]);
}

/** Says what is wrong when the API of a package changed more than its next version tells. */
export function judgePackage(next: NextRelease, change: ApiChange): string[] {
  const needed: Bump = change.broken.length > 0 ? 'major' : change.added.length > 0 ? 'minor' : 'none';
  const step = stepOf(next);
  if (!isLess(step, needed)) return [];
  const lines = needed === 'major' ? change.broken : change.added;
  return [
    `${next.name}: the API changed since ${next.released}, which takes a ${needed} version; the next one is ${step === 'none' ? 'no new one' : step}.`,
    `Add a changeset "'${next.name}': ${needed}"${needed === 'major' ? ', undo it, or say in accepted-changes.ts why it hurts nobody' : ''}.`,
    ...lines.map((line) => `  ${line}`),
  ];
}
