/** How fresh a quote is. */
export const QUOTE_DELAYS = ['REALTIME', 'DELAYED', 'END_OF_DAY'] as const;

/** One of {@link QUOTE_DELAYS}. */
export type QuoteDelay = (typeof QUOTE_DELAYS)[number];
