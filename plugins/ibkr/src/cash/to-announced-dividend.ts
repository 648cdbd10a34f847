import type { DividendDraft } from '@bourse/sdk';
import { toInstrument } from '../instrument/to-instrument.js';
import type { FlexRow } from '../row/flex-row.js';
import { RowFault } from '../row/row-fault.js';
import { inCurrency, toMoney } from '../row/unit.js';
import { negated, product, sum } from '../values/amounts.js';
import { compact } from '../values/compact.js';

/**
 * A row of OpenDividendAccruals: a dividend that is announced and not paid. Tax and fee are printed above 0 where they
 * cost.
 */
export function toAnnouncedDividend(row: FlexRow): DividendDraft {
  const unit = row.unit();
  const instrument = toInstrument(row, { name: row.label('description') });
  if (instrument === undefined) throw new RowFault('The dividend names no instrument.', 'conid');
  const exDate = row.date('exDate');
  const payDate = row.date('payDate');
  const date = payDate ?? exDate;
  if (date === undefined) throw new RowFault('payDate is missing.', 'payDate');
  const perShare = row.decimal('grossRate');
  const quantity = row.decimal('quantity');
  const printedGross = row.decimal('grossAmount');
  const gross = printedGross ?? toGross(row, quantity, perShare);
  const tax = row.nonZero('tax');
  const fee = row.nonZero('fee');
  const printedNet = row.decimal('netAmount');
  const net = printedNet ?? sum(gross, negated(tax ?? '0'), negated(fee ?? '0'));
  const derived = [
    ...(printedGross === undefined ? ['gross'] : []),
    ...(printedNet === undefined ? ['net'] : []),
  ];
  return compact({
    source: { section: row.section, rows: [row.ordinal] },
    accountId: row.account,
    instrument,
    kind: 'CASH' as const,
    status: 'ANNOUNCED' as const,
    currency: unit.currency,
    gross: inCurrency(gross, unit),
    withholdings: tax === undefined ? [] : [{ money: toMoney(tax, unit) }],
    charges: fee === undefined ? [] : [{ kind: 'ADR' as const, money: toMoney(fee, unit) }],
    net: inCurrency(net, unit),
    date,
    exDate,
    payDate,
    quantity,
    perShare: perShare === undefined ? undefined : inCurrency(perShare, unit),
    derived: derived.length === 0 ? undefined : derived,
    raw: [row.raw()],
  });
}

/** For exports that print what is paid for each share only. */
function toGross(row: FlexRow, quantity: string | undefined, perShare: string | undefined): string {
  return quantity === undefined || perShare === undefined
    ? row.neededDecimal('grossAmount')
    : product(quantity, perShare);
}
