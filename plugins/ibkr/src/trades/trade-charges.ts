import type { Charge, ChargeKind } from '@bourse/sdk';
import type { FlexRow } from '../row/flex-row.js';
import { toMoney, type Unit } from '../row/unit.js';
import { negated, sum } from '../values/amounts.js';

/** Commission and taxes of a trade. The statement prints costs below 0; a charge is above 0 where it costs. */
export function readTradeCharges(row: FlexRow, unit: Unit): Charge[] {
  const commissionUnit =
    row.text('ibCommissionCurrency') === undefined ? unit : row.unit('ibCommissionCurrency');
  return [
    ...readCharge(row, 'ibCommission', 'COMMISSION', commissionUnit),
    ...readCharge(row, 'taxes', 'TRANSACTION_TAX', unit),
  ];
}

function readCharge(row: FlexRow, column: string, kind: ChargeKind, unit: Unit): Charge[] {
  const amount = row.nonZero(column);
  return amount === undefined ? [] : [{ kind, money: toMoney(negated(amount), unit) }];
}

/** What the charges cost in a currency, all together. */
export function sumCharges(charges: readonly Charge[], currency: string): string {
  return sum(
    ...charges.flatMap((charge) =>
      'money' in charge && charge.money.currency === currency ? [charge.money.amount] : [],
    ),
  );
}
