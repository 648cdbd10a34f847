import Big from 'big.js';
import type { Charge, Money, RecordKind } from '../interfaces/index.js';
import type { RecordByKind } from './record-draft.js';

type RecordOf<Kind extends RecordKind> = Omit<
  RecordByKind[Kind],
  'id' | 'fingerprint' | 'source' | 'linkId' | 'reverses'
>;
type CashEffectsOf = { readonly [Kind in RecordKind]: (record: RecordOf<Kind>) => Money[] };

/** What a record does to the cash of its account, by kind: positive = into the account. */
export const cashEffectsOf: CashEffectsOf = {
  TRANSACTION: (record) => [record.netAmount, ...foreignCharges(record.charges, record.netAmount.currency)],
  CASH_MOVEMENT: (record) => [record.money, ...ownCharges(record.charges ?? [])],
  TRANSFER: (record) => ownCharges(record.charges),
  DIVIDEND: (record) =>
    record.status === 'PAID' || record.status === 'REVERSAL'
      ? [{ amount: record.net, currency: record.currency }]
      : [],
  FEE: (record) => [record.money],
  CORPORATE_ACTION: (record) => record.cash.map((cash) => cash.money),
  POSITION: () => [],
};

/** Charges of a trade in another currency than its net amount are cash effects of their own. */
function foreignCharges(charges: readonly Charge[], netCurrency: string): Money[] {
  return ownCharges(charges.filter((charge) => 'money' in charge && charge.money.currency !== netCurrency));
}

function ownCharges(charges: readonly Charge[]): Money[] {
  return charges.flatMap((charge) =>
    'money' in charge && charge.included !== true ? [negated(charge.money)] : [],
  );
}

function negated({ amount, currency }: Money): Money {
  return { amount: new Big(amount).times(-1).toFixed(), currency };
}
