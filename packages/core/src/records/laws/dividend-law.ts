import Big from 'big.js';
import type { DividendDraft } from '../../interfaces/index.js';
import { minorUnit } from './tolerance.js';

type Income = Pick<DividendDraft, 'currency' | 'gross' | 'net' | 'withholdings' | 'charges'>;

/** What a dividend says against itself: gross less withholdings and charges = net, all in one currency. */
export function findDividendConflicts({ currency, gross, net, withholdings, charges }: Income): string[] {
  const deductions = [
    ...withholdings.map((tax) => tax.money),
    ...charges.flatMap((charge) => ('money' in charge ? [charge.money] : [])),
  ];
  const foreign = deductions.filter((money) => money.currency !== currency);
  if (foreign.length > 0)
    return [`the dividend is in ${currency}, but a deduction was in ${foreign[0]?.currency ?? ''}.`];
  const expected = deductions.reduce((sum, money) => sum.minus(money.amount), new Big(gross));
  const difference = expected.minus(net).abs();
  if (difference.lte(minorUnit(currency))) return [];
  return [
    `gross less deductions is ${expected.toFixed()} ${currency}, but the net amount was ${net} (difference ${difference.toFixed()}).`,
  ];
}
