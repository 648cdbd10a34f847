/** Why instruments moved without a trade. */
export const TRANSFER_TYPES = [
  'TRANSFER_IN',
  'TRANSFER_OUT',
  'STAKING_REWARD',
  'DISTRIBUTION',
  'EXPIRATION',
  'CORRECTION',
] as const;

/** One of {@link TRANSFER_TYPES}. */
export type TransferType = (typeof TRANSFER_TYPES)[number];
