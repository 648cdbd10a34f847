import type { AccountNames } from '../records/index.js';

/** A statement file that is to be read. */
export interface StatementInput extends AccountNames {
  readonly format: string;
  /** The name of the file without its folders. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly content: AsyncIterable<Uint8Array>;
  readonly signal?: AbortSignal;
}
