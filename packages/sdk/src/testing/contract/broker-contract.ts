import type { Connection, ProblemCode, Statement } from '@bourse/core/interfaces';
import type { BrokerPlugin } from '../mock-host.js';
import type { NetworkScript } from '../scripted-network.js';

/** The lists of a statement whose entries can be counted. */
export type CountedList = {
  [Name in keyof Statement]: Statement[Name] extends readonly unknown[] ? Name : never;
}[Exclude<keyof Statement, 'problems'>];

/** What a fixture is known to hold. */
export type FixtureExpectation = Readonly<
  Partial<Record<Exclude<CountedList, undefined> | 'rowsTotal', number>>
> & {
  /** The code of each problem that reading it reports, in any order; none where it is left out. */
  readonly problems?: readonly ProblemCode[];
};

/** A statement file that the plugin reads whole. */
export interface StatementFixture {
  /** Path below the folder of the plugin. */
  readonly file: string;
  readonly format: string;
  readonly expect?: FixtureExpectation;
}

/** A broker plugin and what it is tested with. */
export interface BrokerContract {
  readonly plugin: BrokerPlugin;
  /** The folder of package.json and plugin.json. */
  readonly folder: URL | string;
  /** At least one for each format that plugin.json declares. */
  readonly fixtures?: readonly StatementFixture[];
  /** Settings that differ from their defaults. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** The connection that lists are asked with. */
  readonly connection?: Connection;
  /** Answers what the plugin asks the network for; each case begins it anew. */
  readonly network?: NetworkScript;
  /** What the plugin finds in its storage; without it the plugin has none. */
  readonly storage?: Readonly<Record<string, unknown>>;
  /** The instant at which the clock stands. */
  readonly now?: string;
}
