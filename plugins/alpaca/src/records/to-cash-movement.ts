import type { CashMovementDraft, CashMovementType } from '@bourse/sdk';
import type { Activity } from '../api/activity.js';
import { toInstrument } from '../instruments.js';
import { currencyOf, need, rawOf, sourceOf, type Owner } from './booking.js';

type Rule = CashMovementType | { readonly in: CashMovementType; readonly out: CashMovementType };

const BETWEEN_ACCOUNTS: Rule = { in: 'TRANSFER_IN', out: 'TRANSFER_OUT' };

/** The types that move cash alone, by what they are; some are named by the direction. */
const RULES: Readonly<Record<string, Rule>> = {
  CSD: 'DEPOSIT',
  CSW: 'WITHDRAWAL',
  CSR: { in: 'DEPOSIT', out: 'WITHDRAWAL' },
  ACATC: BETWEEN_ACCOUNTS,
  JNL: BETWEEN_ACCOUNTS,
  JNLC: BETWEEN_ACCOUNTS,
  INT: { in: 'INTEREST_RECEIVED', out: 'INTEREST_PAID' },
  INTNRA: 'TAX',
  INTTW: 'TAX',
  WH: 'TAX',
  PTR: 'REBATE',
};

export const CASH_TYPES: readonly string[] = Object.keys(RULES);

/** A booking of cash. */
export function toCashMovement(activity: Activity, owner: Owner): CashMovementDraft {
  const rule = RULES[activity.type] ?? BETWEEN_ACCOUNTS;
  const isOut = need(activity, 'netAmount').startsWith('-');
  const type = typeof rule === 'string' ? rule : rule[isOut ? 'out' : 'in'];
  return movement(activity, owner, type);
}

/** A tax on a dividend that cannot be told to belong to one payment, or was booked on another day. */
export function toLooseTax(activity: Activity, owner: Owner, hasPayment: boolean): CashMovementDraft {
  return {
    ...movement(activity, owner, 'TAX'),
    ...(hasPayment ? { relatesTo: { payDate: activity.date } } : {}),
  };
}

function movement(activity: Activity, owner: Owner, type: CashMovementType): CashMovementDraft {
  const currency = currencyOf(activity, owner);
  return {
    accountId: owner.accountId,
    type,
    status: 'BOOKED',
    money: { amount: need(activity, 'netAmount'), currency },
    date: activity.date,
    description: activity.description,
    ...(activity.symbol === undefined ? {} : { instrument: toInstrument(activity.symbol, currency) }),
    source: sourceOf(activity),
    ...rawOf(activity),
  };
}
