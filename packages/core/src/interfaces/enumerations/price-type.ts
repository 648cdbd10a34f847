/** How a price is meant (FIX 423 PriceType): an amount for each unit, or percent of the face value, as bonds are quoted. */
export const PRICE_TYPES = ['PER_UNIT', 'PERCENTAGE'] as const;

/** One of {@link PRICE_TYPES}. */
export type PriceType = (typeof PRICE_TYPES)[number];
