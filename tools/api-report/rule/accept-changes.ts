import type { ApiChange } from './compare-reports.ts';

/** A change that breaks the letter of the API and hurts nobody, with the reason. */
export interface AcceptedChange {
  readonly package: string;
  readonly subpath: string;
  /** The release that the API is compared with; with the next one the entry is history. */
  readonly released: string;
  /** As the rule prints it. */
  readonly change: string;
  readonly why: string;
}

/** What is left of a change, accepted parts being additions; and entries that accept nothing. */
export interface Acceptance {
  readonly change: ApiChange;
  readonly unused: readonly AcceptedChange[];
}

export function acceptChanges(change: ApiChange, accepted: readonly AcceptedChange[]): Acceptance {
  const isAccepted = (line: string): boolean => accepted.some((entry) => entry.change === line);
  return {
    change: {
      added: [...change.added, ...change.broken.filter(isAccepted)],
      broken: change.broken.filter((line) => !isAccepted(line)),
    },
    unused: accepted.filter((entry) => !change.broken.includes(entry.change)),
  };
}
