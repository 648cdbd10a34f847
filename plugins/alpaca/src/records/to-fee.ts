import type { ChargeKind, FeeDraft } from '@bourse/sdk';
import type { Activity } from '../api/activity.js';
import { readJoinedPair, toCrypto, toInstrument } from '../instruments.js';
import { currencyOf, need, rawOf, sourceOf, type Owner } from './booking.js';

/** Fees by their sub-type, which older rows spell only at the beginning of the description. */
const KINDS: Readonly<Record<string, ChargeKind>> = {
  REG: 'REGULATORY',
  TAF: 'REGULATORY',
  ORF: 'REGULATORY',
  CAT: 'REGULATORY',
  OCC: 'CLEARING',
  NRC: 'COMMISSION',
  COM: 'COMMISSION',
  NRV: 'EXCHANGE',
  LCT: 'FX_CONVERSION',
};

/** Types that are fees whatever their sub-type is. */
const TYPES: Readonly<Record<string, ChargeKind>> = { CFEE: 'COMMISSION', PTC: 'ADR', DIVFEE: 'ADR' };

export const FEE_TYPES: readonly string[] = ['FEE', 'CFEE', 'PTC'];

/** A fee apart from trades. */
export function toFee(activity: Activity, owner: Owner, hasPayment = false): FeeDraft {
  const currency = currencyOf(activity, owner);
  const pair = activity.type === 'CFEE' ? readJoinedPair(activity.symbol ?? '') : undefined;
  const instrument =
    pair === undefined
      ? activity.symbol === undefined
        ? undefined
        : toInstrument(activity.symbol, currency)
      : toCrypto(pair.base);
  return {
    accountId: owner.accountId,
    kind: kindOf(activity),
    status: 'BOOKED',
    money: { amount: need(activity, 'netAmount'), currency },
    date: activity.date,
    description: activity.description,
    ...(instrument === undefined ? {} : { instrument }),
    ...(hasPayment ? { relatesTo: { payDate: activity.date } } : {}),
    source: sourceOf(activity),
    ...rawOf(activity),
  };
}

function kindOf({ type, subType, description }: Activity): ChargeKind {
  const [word = ''] = description.split(' ');
  return TYPES[type] ?? KINDS[subType ?? word] ?? 'OTHER';
}
