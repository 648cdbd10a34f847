import type { ProblemCode, Statement } from '@bourse/core/interfaces';
import type { BrokerPlugin } from '../mock-host.js';
import type { PluginContract } from './plugin-contract.js';

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
export interface BrokerContract extends PluginContract {
  readonly plugin: BrokerPlugin;
  /** At least one for each format that plugin.json declares. */
  readonly fixtures?: readonly StatementFixture[];
}
