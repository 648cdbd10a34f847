import type { Charge, ChargeKind, Decimal } from '@bourse/sdk';
import Big from 'big.js';
import { readFeeAmount } from './amounts.js';
import { isMoney, readAssetCode, toCryptoAsset } from './assets.js';
import type { Entry } from './entry.js';
import { RowError } from './row-error.js';

/** The fee of a row: positive = cost, negative = rebate. */
export interface RowFee {
  readonly asset: string;
  readonly amount: Decimal;
}

/**
 * Reads the fee of a row; undefined where it has none, or one of zero.
 *
 * @throws RowError where it is no amount, or an amount of nothing.
 */
export function readFee(row: Entry): RowFee | undefined {
  const amount = readFeeAmount(row.feeAmount);
  if (amount === undefined || new Big(amount).eq(0)) return undefined;
  if (row.feeCurrency === '') throw new RowError('The fee has no currency.', 'feeCurrency');
  return { asset: readAssetCode(row.feeCurrency, 'feeCurrency'), amount };
}

/** The fee as a charge of a record; `isIncluded` where the amount or quantity of the record already holds it. */
export function toCharge({ asset, amount }: RowFee, kind: ChargeKind, isIncluded: boolean): Charge {
  const included = isIncluded ? { included: true } : {};
  return isMoney(asset)
    ? { kind, money: { amount, currency: asset }, ...included }
    : { kind, quantity: amount, instrument: toCryptoAsset(asset), ...included };
}
