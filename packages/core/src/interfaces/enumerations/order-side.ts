/** The direction of a trade (FIX 54 Side). A quantity never carries it. */
export const ORDER_SIDES = ['BUY', 'SELL'] as const;

/** One of {@link ORDER_SIDES}. */
export type OrderSide = (typeof ORDER_SIDES)[number];
