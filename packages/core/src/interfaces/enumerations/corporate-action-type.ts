/** What an issuer did to its instruments. */
export const CORPORATE_ACTION_TYPES = [
  'SPLIT',
  'REVERSE_SPLIT',
  'MERGER',
  'TENDER',
  'SPIN_OFF',
  'RIGHTS',
  'STOCK_DIVIDEND',
  'BONUS',
  'IDENTIFIER_CHANGE',
  'CONVERSION',
  'LIQUIDATION',
  'REDEMPTION',
  'CASH_IN_LIEU',
  'DELISTING',
  'OTHER',
] as const;

/** One of {@link CORPORATE_ACTION_TYPES}. */
export type CorporateActionType = (typeof CORPORATE_ACTION_TYPES)[number];
