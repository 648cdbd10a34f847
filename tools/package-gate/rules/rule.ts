import type { PackageFacts } from '../facts/package-facts.ts';

/** One thing that has to hold for a package. It says what is wrong and what to do; nothing if all is well. */
export interface Rule {
  readonly name: string;
  readonly check: (facts: PackageFacts) => readonly string[] | Promise<readonly string[]>;
}
