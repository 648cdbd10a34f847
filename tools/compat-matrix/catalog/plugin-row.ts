import type { RecordedSuite } from '../suite/recorded-suite.ts';

/** What a plugin is given in each cell. */
export type SuiteInputs = Pick<RecordedSuite, 'now' | 'items'>;

/** One version of a plugin, as a row of the matrix. */
export interface PluginRow {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly isReleased: boolean;
  /** The version of the sdk that built it. */
  readonly builtWith: string;
  /** The contract versions that its manifest claims. */
  readonly api: string;
  /** Changes with the package. */
  readonly digest: string;
  /** A folder that holds the package in a folder with the name of the plugin. */
  readonly plugins: string;
  readonly inputs: SuiteInputs;
  /** What its release made of them; absent in the working tree, where its newest core and contract say so. */
  readonly recorded?: RecordedSuite['expected'];
}
