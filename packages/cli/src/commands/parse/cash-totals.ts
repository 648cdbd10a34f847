import { cashEffectsOf } from '@bourse/core';
import type { Money, Statement } from '@bourse/core/interfaces';
import { sumMoney } from '../../money/sum-money.js';

/** What a statement does to cash, by kind of record and in total; kinds without cash effects are left out. */
export interface CashTotals {
  readonly kinds: readonly { readonly name: string; readonly amounts: readonly Money[] }[];
  readonly totals: readonly Money[];
}

export function sumCashEffects(statement: Statement): CashTotals {
  const effects: readonly (readonly [name: string, amounts: readonly Money[]])[] = [
    ['transactions', statement.transactions.flatMap(cashEffectsOf.TRANSACTION)],
    ['cash movements', statement.cashMovements.flatMap(cashEffectsOf.CASH_MOVEMENT)],
    ['transfers', statement.transfers.flatMap(cashEffectsOf.TRANSFER)],
    ['dividends', statement.dividends.flatMap(cashEffectsOf.DIVIDEND)],
    ['fees', statement.fees.flatMap(cashEffectsOf.FEE)],
    ['corporate actions', statement.corporateActions.flatMap(cashEffectsOf.CORPORATE_ACTION)],
  ];
  return {
    kinds: effects
      .filter(([, amounts]) => amounts.length > 0)
      .map(([name, amounts]) => ({ name, amounts: sumMoney(amounts) })),
    totals: sumMoney(effects.flatMap(([, amounts]) => amounts)),
  };
}
