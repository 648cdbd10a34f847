import type { Expectation } from '../moves/judge-moves.ts';
import type { Change } from '../place/release-clone.ts';
import { isPlugin, type PublishedPackage } from '../published-packages.ts';

const CORE = '@bourse/core';

/** A release, and what it may move. */
export interface ReleaseStep {
  readonly name: string;
  /** Absent in the first one, which publishes what there is. */
  readonly change?: Change;
  readonly expectation: Expectation;
  /** Whether the compatibility matrix runs after it. */
  readonly hasMatrix: boolean;
}

/** The releases of a rehearsal, in their order: all, one plugin, then core, a little and a lot. */
export function releaseSteps(packages: readonly PublishedPackage[], plugin: string): ReleaseStep[] {
  const names = packages.map(({ packageJson }) => packageJson.name);
  const installedWithCore = packages
    .filter((each) => !isPlugin(each) && each.packageJson.name !== CORE)
    .map(({ packageJson }) => packageJson.name);
  return [
    {
      name: 'all that waits',
      expectation: { moves: Object.fromEntries(names.map((name) => [name, 'new'])) },
      hasMatrix: true,
    },
    {
      name: 'a patch of one plugin',
      change: { name: plugin, bump: 'patch', summary: 'Reads one more heading.' },
      expectation: { moves: { [plugin]: 'patch' } },
      hasMatrix: false,
    },
    {
      name: 'a minor of core',
      change: { name: CORE, bump: 'minor', summary: 'Serves one more method.' },
      expectation: { moves: { [CORE]: 'minor' }, mayFollow: installedWithCore },
      hasMatrix: true,
    },
    {
      name: 'a major of core',
      change: { name: CORE, bump: 'major', summary: '**BREAKING** A method has another name.' },
      expectation: { moves: { [CORE]: 'major' }, mayFollow: installedWithCore },
      hasMatrix: true,
    },
  ];
}
