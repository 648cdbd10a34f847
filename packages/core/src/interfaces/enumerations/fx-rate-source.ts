/** Where a rate comes from: the conversion that was really done, or a rate of the day. Only EXECUTED beats a day rate. */
export const FX_RATE_SOURCES = ['EXECUTED', 'REFERENCE'] as const;

/** One of {@link FX_RATE_SOURCES}. */
export type FxRateSource = (typeof FX_RATE_SOURCES)[number];
