/** What kind of income an instrument paid. Stock dividends are corporate actions. */
export const DIVIDEND_KINDS = ['CASH', 'INTEREST', 'CAPITAL_GAIN', 'RETURN_OF_CAPITAL', 'IN_LIEU'] as const;

/** One of {@link DIVIDEND_KINDS}. */
export type DividendKind = (typeof DIVIDEND_KINDS)[number];
