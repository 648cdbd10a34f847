import type { SourceChannel } from '@bourse/core/interfaces';

/** What is known of a file or an answer before it is read. */
export interface ImportOrigin {
  readonly file: {
    readonly name: string;
    /** SHA-256 of the bytes, in hexadecimal. */
    readonly sha256: string;
    /** In bytes. */
    readonly size: number;
  };
  readonly format: string;
  readonly plugin: { readonly id: string; readonly version: string; readonly digest: string };
  readonly institution: string;
  readonly connectionId?: string;
  readonly channel: SourceChannel;
  /** The user's name for the account of a file that names none; remembered for the institution. */
  readonly accountName?: string;
  /** The account that the name turned out to mean, because the institution tells of the same bookings under it. */
  readonly reportedAccount?: string;
}
