import type { InstalledBourse } from '../place/installed-bourse.ts';

/** One plugin in a folder of its own, and a Bourse that has never heard of it. */
export interface Trial {
  readonly folder: string;
  readonly bourse: InstalledBourse;
  /** Tarballs of the sdk and what it is built on. */
  readonly packages: readonly string[];
  /** The folder of a built plugin that gives records by itself, for plugins that have none. */
  readonly recordSource: string;
}

/** Something that an author or a user does with a plugin. */
export interface TrialStep {
  readonly name: string;
  run(trial: Trial): Promise<unknown>;
}
