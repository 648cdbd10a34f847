/** The nature of a cash movement; its sign gives the direction. A RESERVATION changes cash but is no deposit or withdrawal. */
export const CASH_MOVEMENT_TYPES = [
  'DEPOSIT',
  'WITHDRAWAL',
  'TRANSFER_IN',
  'TRANSFER_OUT',
  'INTEREST_RECEIVED',
  'INTEREST_PAID',
  'TAX',
  'FX_CONVERSION',
  'VARIATION_MARGIN',
  'COMPENSATION',
  'REBATE',
  'CASH_FUND_RESULT',
  'RESERVATION',
  'CORRECTION',
] as const;

/** One of {@link CASH_MOVEMENT_TYPES}. */
export type CashMovementType = (typeof CASH_MOVEMENT_TYPES)[number];
