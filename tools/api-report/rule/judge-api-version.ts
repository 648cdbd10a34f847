import semver from 'semver';
import { stepOf, type NextRelease } from './judge-package.ts';

/** The contract's version in the last release and now. */
export interface ContractVersions {
  readonly released: string;
  readonly current: string;
}

/** A new major contract needs a new major of what plugins are written with. */
export function judgeApiVersion({ released, current }: ContractVersions, sdk: NextRelease): string[] {
  if (semver.major(current) <= semver.major(released) || stepOf(sdk) === 'major') return [];
  return [
    `API_VERSION went from ${released} to ${current}, but ${sdk.name} makes no major step.`,
    `Add a changeset "'${sdk.name}': major": plugins that are built with it speak the new contract.`,
  ];
}
