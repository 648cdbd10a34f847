/** How certain a dividend is. Only PAID and REVERSAL have a cash effect. */
export const DIVIDEND_STATUSES = ['ANNOUNCED', 'FORECAST', 'PAID', 'REVERSAL'] as const;

/** One of {@link DIVIDEND_STATUSES}. */
export type DividendStatus = (typeof DIVIDEND_STATUSES)[number];
