import type { DividendDraft } from '@bourse/sdk';
import { toInstrument } from '../instrument/to-instrument.js';
import type { FlexRow } from '../row/flex-row.js';
import { RowFault } from '../row/row-fault.js';
import { inCurrency, toMoney } from '../row/unit.js';
import { negated, sum } from '../values/amounts.js';
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
  const gross = row.neededDecimal('grossAmount');
  const tax = row.nonZero('tax');
  const fee = row.nonZero('fee');
  const printedNet = row.decimal('netAmount');
  const net = printedNet ?? sum(gross, negated(tax ?? '0'), negated(fee ?? '0'));
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
    quantity: row.decimal('quantity'),
    perShare: perShare === undefined ? undefined : inCurrency(perShare, unit),
    derived: printedNet === undefined ? ['net'] : undefined,
    raw: [row.raw()],
  });
}
