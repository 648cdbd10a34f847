import type { Instrument, TransferDraft } from '@bourse/sdk';
import Big from 'big.js';
import type { Activity } from '../api/activity.js';
import { readJoinedPair, toCrypto, toInstrument } from '../instruments.js';
import { currencyOf, need, rawOf, sourceOf, Unclear, type Owner } from './booking.js';

/** The types that move instruments without a trade. */
export const TRANSFER_TYPES: readonly string[] = ['ACATS', 'JNLS', 'FOPT'];

/** The fee for a trade of a crypto asset, taken in the asset itself where it moves no cash. */
export const COIN_FEE = 'CFEE';

/** Instruments that came or went. */
export function toTransfer(activity: Activity, owner: Owner): TransferDraft {
  const quantity = need(activity, 'quantity');
  const instrument = toInstrument(need(activity, 'symbol'), currencyOf(activity, owner));
  return { ...transfer(activity, owner, instrument), quantity, charges: [] };
}

/** Whether a fee for a crypto trade was taken in the asset. */
export function isTakenInKind({ type, quantity, netAmount }: Activity): boolean {
  const isZero = (text: string | undefined): boolean => text === undefined || new Big(text).eq(0);
  return type === COIN_FEE && !isZero(quantity) && isZero(netAmount);
}

/** A fee in kind, booked for a whole day: what went out is a commission and nothing else. */
export function toCoinFee(activity: Activity, owner: Owner): TransferDraft {
  const quantity = need(activity, 'quantity');
  const symbol = need(activity, 'symbol');
  const pair = readJoinedPair(symbol);
  if (pair === undefined) throw new Unclear(`A fee in the unknown pair ${symbol}.`);
  const instrument = toCrypto(pair.base);
  const cost = new Big(quantity).times(-1).toFixed();
  return {
    ...transfer(activity, owner, instrument),
    quantity,
    charges: [{ kind: 'COMMISSION', quantity: cost, instrument, included: true }],
  };
}

function transfer(
  activity: Activity,
  { accountId }: Owner,
  instrument: Instrument,
): Omit<TransferDraft, 'quantity' | 'charges'> {
  return {
    accountId,
    type: need(activity, 'quantity').startsWith('-') ? 'TRANSFER_OUT' : 'TRANSFER_IN',
    status: 'BOOKED',
    instrument,
    date: activity.date,
    description: activity.description,
    source: sourceOf(activity),
    ...rawOf(activity),
  };
}
