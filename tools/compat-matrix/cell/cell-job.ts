import type { SuiteItem } from '../suite/recorded-suite.ts';

/** How a host serves the contract that is looked at. */
export type Serving =
  /** As released, beside the other contracts of that core. */
  | 'served'
  /** The next major of the fixture, beside what the core serves. */
  | 'beside'
  /** The next major of the fixture, and nothing else. */
  | 'alone';

/** What a process of its own does with one plugin and one core. */
export interface CellJob {
  readonly task: 'run' | 'refuse';
  /** The script of the core, `dist/index.js`. */
  readonly core: string;
  /** A folder that holds the package of the plugin in a folder of its own. */
  readonly plugins: string;
  readonly id: string;
  readonly contract: string;
  readonly serving: Serving;
  /** What the manifest claims in place of its own range, so that the core settles on the contract. */
  readonly pinned?: string | undefined;
  readonly now: number;
  readonly items: readonly SuiteItem[];
}

/** What came of it. */
export interface CellAnswer {
  /** The contract that core and plugin settled on. */
  readonly settled?: string;
  /** By name of the item. */
  readonly results: Readonly<Record<string, readonly unknown[]>>;
  /** Codes of the findings that keep the plugin out. */
  readonly refusals: readonly string[];
  /** Why there is no result. */
  readonly failure?: string;
}
