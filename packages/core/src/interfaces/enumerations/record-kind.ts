/** The kinds of records with an identity of their own; part of every record id. */
export const RECORD_KINDS = [
  'TRANSACTION',
  'CASH_MOVEMENT',
  'TRANSFER',
  'DIVIDEND',
  'FEE',
  'CORPORATE_ACTION',
  'POSITION',
] as const;

/** One of {@link RECORD_KINDS}. */
export type RecordKind = (typeof RECORD_KINDS)[number];
