/** What a charge on a trade, or a fee apart from trades, is for. */
export const CHARGE_KINDS = [
  'COMMISSION',
  'EXCHANGE',
  'REGULATORY',
  'CLEARING',
  'NETWORK',
  'STAMP_DUTY',
  'TRANSACTION_TAX',
  'CAPITAL_GAINS_TAX',
  'SALES_TAX',
  'FX_CONVERSION',
  'ADR',
  'CONNECTIVITY',
  'CUSTODY',
  'MARKET_DATA',
  'BORROW',
  'ADVISORY',
  'CORPORATE_ACTION',
  'ACCOUNT',
  'OTHER',
] as const;

/** One of {@link CHARGE_KINDS}. */
export type ChargeKind = (typeof CHARGE_KINDS)[number];
