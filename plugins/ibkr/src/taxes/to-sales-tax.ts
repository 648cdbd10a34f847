import type { FeeDraft, RelatesTo } from '@bourse/sdk';
import type { FlexRow } from '../row/flex-row.js';
import { RowFault } from '../row/row-fault.js';
import { toMoney } from '../row/unit.js';
import { compact } from '../values/compact.js';

/** A row of SalesTaxes: tax on a fee, which the fee's own row does not include. Printed below 0 where it costs. */
export function toSalesTax(row: FlexRow): FeeDraft {
  const date = row.date('date') ?? row.date('reportDate');
  if (date === undefined) throw new RowFault('date is missing.', 'date');
  return compact({
    source: compact({ section: row.section, recordId: row.id('transactionID'), rows: [row.ordinal] }),
    accountId: row.account,
    kind: 'SALES_TAX' as const,
    status: 'BOOKED' as const,
    money: toMoney(row.neededDecimal('salesTax'), row.unit()),
    date,
    description: [row.text('taxType'), row.text('taxableDescription')].filter(Boolean).join(' '),
    relatesTo: toTaxedBooking(row),
    raw: [row.raw()],
  });
}

function toTaxedBooking(row: FlexRow): RelatesTo | undefined {
  const recordId = row.id('taxableTransactionID');
  return recordId === undefined ? undefined : { recordId };
}
