import type { DecimalMark } from '@bourse/sdk';
import type { AccountRow } from '../../statement/row/account-row.js';
import type { ColumnLayout } from '../../statement/row/column-layout.js';
import { toMoney } from '../../statement/row/money.js';
import { RowError } from '../../statement/row/row-error.js';
import { foldText } from '../../statement/words/fold-text.js';
import { repairMojibake } from '../../statement/words/repair-mojibake.js';
import type { Fields } from '../json/fields.js';
import type { Product } from '../products/product.js';
import { readSiteTime } from './local-time.js';

/** What is kept of a movement as it was sent. */
const KEPT = [
  'date',
  'valueDate',
  'id',
  'type',
  'description',
  'productId',
  'orderId',
  'currency',
  'change',
  'exchangeRate',
] as const;

/** The members of a movement, where a row of the statement has columns. */
export const MOVEMENT_LAYOUT: ColumnLayout = {
  header: KEPT,
  positions: {
    date: KEPT.indexOf('date'),
    time: KEPT.indexOf('date'),
    valueDate: KEPT.indexOf('valueDate'),
    product: KEPT.indexOf('productId'),
    isin: KEPT.indexOf('productId'),
    description: KEPT.indexOf('description'),
    rate: KEPT.indexOf('exchangeRate'),
    currency: KEPT.indexOf('currency'),
    amount: KEPT.indexOf('change'),
    balanceCurrency: KEPT.indexOf('currency'),
    balance: KEPT.indexOf('change'),
    orderId: KEPT.indexOf('orderId'),
  },
};

/** What a movement is read with. */
export interface MovementContext {
  readonly products: ReadonlyMap<string, Product>;
  /** Of numbers in descriptions. */
  readonly mark: DecimalMark;
}

/**
 * A movement of the account as the row that the account statement prints for it. The site has the seconds of a booking;
 * the statement has not, and both are to give the same record, so they stay in `raw`.
 *
 * @throws RowError where a movement does not hold what its members are for
 */
export function toMovementRow(
  movement: Fields,
  ordinal: number,
  { products, mark }: MovementContext,
): AccountRow {
  const path = `/data/cashMovements/${ordinal - 1}`;
  const { date, printedTime, minute } = readSiteTime(movement.text('date'), `${path}/date`);
  const valueDate = movement.optionalText('valueDate');
  const product = products.get(movement.optionalText('productId') ?? '')?.instrument;
  const description = repairMojibake(movement.text('description')).replace(/\s+/g, ' ').trim();
  if (description === '') throw new RowError('The description is missing.', 'description');
  const change = movement.optionalDecimal('change');
  const rate = movement.optionalDecimal('exchangeRate');
  const orderId = movement.optionalText('orderId')?.trim();
  return {
    ordinal,
    lines: [],
    cells: KEPT.map((name) => movement.optionalText(name) ?? ''),
    date,
    printedTime,
    instant: minute,
    ...(valueDate === undefined ? {} : { valueDate: readSiteTime(valueDate, `${path}/valueDate`).date }),
    product: product?.name ?? '',
    printedIsin: product?.isin ?? '',
    ...(product?.isin === undefined ? {} : { isin: product.isin }),
    description,
    folded: foldText(description),
    ...(rate === undefined ? {} : { rate }),
    ...(change === undefined ? {} : { money: toMoney(change, movement.text('currency'), 'currency') }),
    ...(orderId === undefined || orderId === '' ? {} : { orderId }),
    ambiguousMark: mark,
  };
}
