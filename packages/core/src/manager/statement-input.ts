/** A statement file that is to be read. */
export interface StatementInput {
  readonly format: string;
  /** The name of the file without its folders. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly content: AsyncIterable<Uint8Array>;
  /** The account that records without an account number belong to. */
  readonly defaultAccount?: string | undefined;
  readonly signal?: AbortSignal;
}
