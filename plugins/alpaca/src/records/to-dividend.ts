import type { Decimal, DividendDraft, Withholding } from '@bourse/sdk';
import Big from 'big.js';
import type { Activity } from '../api/activity.js';
import { toInstrument } from '../instruments.js';
import { currencyOf, need, rawOf, sourceOf, type Owner } from './booking.js';
import { kindOf, type Income } from './income.js';

/** As in `DIV tax withholding on $3.90 at 15% for tax country NLD`. */
const RATE = /\bat (\d{1,2}(?:\.\d{1,4})?)\s?%/;

/** A payment with its taxes and fees; the row of the payment is the anchor. */
export function toDividend({ gross, taxes, fees }: Income, owner: Owner): DividendDraft {
  const currency = currencyOf(gross, owner);
  const amount = need(gross, 'netAmount');
  const deducted = [...taxes, ...fees].reduce((sum, row) => sum.plus(need(row, 'netAmount')), new Big(0));
  const symbol = need(gross, 'symbol');
  return {
    accountId: owner.accountId,
    instrument: toInstrument(symbol, currency),
    kind: kindOf(gross),
    status: 'PAID',
    currency,
    gross: amount,
    withholdings: taxes.map((tax) => toWithholding(tax, currency)),
    charges: fees.map((fee) => ({ kind: 'ADR', money: { amount: costOf(fee), currency } })),
    net: new Big(amount).plus(deducted).toFixed(),
    date: gross.date,
    ...(gross.quantity === undefined ? {} : { quantity: gross.quantity }),
    ...(gross.perShare === undefined ? {} : { perShare: gross.perShare }),
    ...(deducted.eq(0) ? {} : { derived: ['net'] }),
    source: sourceOf(gross),
    ...rawOf(gross, ...taxes, ...fees),
  };
}

/** Non-residents' and backup taxes are those of the United States; of a foreign tax no country is told. */
function toWithholding(tax: Activity, currency: string): Withholding {
  const [, percent] = RATE.exec(tax.description) ?? [];
  return {
    money: { amount: costOf(tax), currency },
    ...(tax.type === 'DIVFT' ? {} : { country: 'US' }),
    ...(percent === undefined ? {} : { rate: new Big(percent).div(100).toFixed() }),
  };
}

/** What a row cost: its cash effect the other way round. */
function costOf(activity: Activity): Decimal {
  const effect = new Big(need(activity, 'netAmount'));
  return (effect.eq(0) ? effect.abs() : effect.times(-1)).toFixed();
}
