/** Why a trade happened, where it was not an ordinary order. */
export const TRADE_TYPES = [
  'REGULAR',
  'ASSIGNMENT',
  'EXERCISE',
  'EXPIRATION',
  'REINVESTMENT',
  'LIQUIDATION',
] as const;

/** One of {@link TRADE_TYPES}. */
export type TradeType = (typeof TRADE_TYPES)[number];
