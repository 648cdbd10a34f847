/** What a cash leg of a corporate action is. */
export const CORPORATE_ACTION_CASH_KINDS = ['PROCEEDS', 'CASH_IN_LIEU', 'TAX', 'FEE'] as const;

/** One of {@link CORPORATE_ACTION_CASH_KINDS}. */
export type CorporateActionCashKind = (typeof CORPORATE_ACTION_CASH_KINDS)[number];
