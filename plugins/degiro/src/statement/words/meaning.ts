import type { CashMovementType, ChargeKind, DividendKind } from '@bourse/sdk';

/** What a row of the statement becomes. */
export type Treatment =
  /** One leg of a currency conversion. */
  | { readonly as: 'CONVERSION' }
  /** A charge of the trade with the same order, else a fee. */
  | { readonly as: 'CHARGE'; readonly kind: ChargeKind }
  | { readonly as: 'INCOME'; readonly kind: DividendKind }
  | { readonly as: 'INCOME_TAX' }
  | { readonly as: 'INCOME_CHARGE'; readonly kind: ChargeKind }
  | { readonly as: 'FEE'; readonly kind: ChargeKind }
  | { readonly as: 'MOVEMENT'; readonly type: CashMovementType }
  /** The sign says whether it was received or paid. */
  | { readonly as: 'INTEREST' }
  /** Money set aside before it comes or goes; taken back by a row of the opposite sign. */
  | { readonly as: 'RESERVATION'; readonly of: 'DEPOSIT' | 'WITHDRAWAL' }
  /** Cash of a corporate action that is booked without its securities. */
  | { readonly as: 'ACTION_CASH' }
  /** Cash swept between the accounts at DEGIRO and flatex: this row carries the amount. */
  | { readonly as: 'SWEEP' }
  /** The mirror of a sweep carries no amount but in its text; `sign` is its effect on the balance. */
  | { readonly as: 'SWEEP_MIRROR'; readonly sign: 1 | -1 }
  /** A payment that did not happen; the row has no amount. */
  | { readonly as: 'NOTHING' };

/** What the descriptions of a statement mean, and what becomes of the row. */
export const TREATMENTS = {
  CONVERSION: { as: 'CONVERSION' },
  COMMISSION: { as: 'CHARGE', kind: 'COMMISSION' },
  EXCHANGE_FEE: { as: 'CHARGE', kind: 'EXCHANGE' },
  TRANSACTION_TAX: { as: 'CHARGE', kind: 'TRANSACTION_TAX' },
  STAMP_DUTY: { as: 'CHARGE', kind: 'STAMP_DUTY' },
  DIVIDEND: { as: 'INCOME', kind: 'CASH' },
  COUPON: { as: 'INCOME', kind: 'INTEREST' },
  CAPITAL_GAIN: { as: 'INCOME', kind: 'CAPITAL_GAIN' },
  RETURN_OF_CAPITAL: { as: 'INCOME', kind: 'RETURN_OF_CAPITAL' },
  SUBSTITUTE_DIVIDEND: { as: 'INCOME', kind: 'IN_LIEU' },
  INCOME_TAX: { as: 'INCOME_TAX' },
  ADR_FEE: { as: 'INCOME_CHARGE', kind: 'ADR' },
  CONNECTIVITY_FEE: { as: 'FEE', kind: 'CONNECTIVITY' },
  CORPORATE_ACTION_FEE: { as: 'FEE', kind: 'CORPORATE_ACTION' },
  MARKET_DATA_FEE: { as: 'FEE', kind: 'MARKET_DATA' },
  EXERCISE_FEE: { as: 'FEE', kind: 'COMMISSION' },
  SERVICE_FEE: { as: 'FEE', kind: 'ACCOUNT' },
  SALES_TAX: { as: 'FEE', kind: 'SALES_TAX' },
  CUSTODY_FEE: { as: 'FEE', kind: 'CUSTODY' },
  INTEREST: { as: 'INTEREST' },
  ACCOUNT_TAX: { as: 'MOVEMENT', type: 'TAX' },
  DEPOSIT: { as: 'MOVEMENT', type: 'DEPOSIT' },
  WITHDRAWAL: { as: 'MOVEMENT', type: 'WITHDRAWAL' },
  VARIATION_MARGIN: { as: 'MOVEMENT', type: 'VARIATION_MARGIN' },
  CASH_FUND: { as: 'MOVEMENT', type: 'CASH_FUND_RESULT' },
  COMPENSATION: { as: 'MOVEMENT', type: 'COMPENSATION' },
  REBATE: { as: 'MOVEMENT', type: 'REBATE' },
  DEPOSIT_RESERVATION: { as: 'RESERVATION', of: 'DEPOSIT' },
  WITHDRAWAL_RESERVATION: { as: 'RESERVATION', of: 'WITHDRAWAL' },
  ACTION_CASH: { as: 'ACTION_CASH' },
  SWEEP: { as: 'SWEEP' },
  SWEEP_FROM_BANK: { as: 'SWEEP_MIRROR', sign: -1 },
  SWEEP_TO_BANK: { as: 'SWEEP_MIRROR', sign: 1 },
  FAILED_PAYMENT: { as: 'NOTHING' },
} as const satisfies Record<string, Treatment>;

/** What a description means. */
export type Meaning = keyof typeof TREATMENTS;
