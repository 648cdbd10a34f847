/** Whose the records of one file or one answer are, beside what they say themselves. */
export interface AccountNames {
  /** The account that records without an account number belong to. */
  readonly defaultAccount?: string | undefined;
  /** The account that has taken over the records that were without a number: new ones are told by the same ids as those. */
  readonly adoptedAccount?: string | undefined;
}
