import type { Filter } from './filter.js';

/** Which records a summary adds up, and in which currency its total is told. */
export interface SummaryOptions extends Filter {
  readonly base?: string | undefined;
}
