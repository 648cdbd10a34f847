import type { CalendarDate, Decimal, Instant, Instrument, Money, RawRow } from '@bourse/sdk';
import { toInstrument } from '../instrument/to-instrument.js';
import type { FlexRow } from '../row/flex-row.js';
import { RowFault } from '../row/row-fault.js';
import { toMoney } from '../row/unit.js';
import { negated } from '../values/amounts.js';
import { compact, type Compact } from '../values/compact.js';
import { readActionText, type ActionText } from './action-text.js';

interface KnownActionRow {
  readonly ordinal: number;
  readonly account: string;
  /** The booking's own id. */
  readonly recordId: string | undefined;
  /** The event's id. */
  readonly actionId: string | undefined;
  readonly code: string | undefined;
  readonly text: ActionText;
  readonly instrument: Instrument | undefined;
  /** Signed; undefined where the row moves no units. */
  readonly quantity: Decimal | undefined;
  readonly cash: Money | undefined;
  /** The booking date. */
  readonly date: CalendarDate;
  /** When the event took effect, which may be before the booking. */
  readonly effectiveAt: Instant | undefined;
  readonly effectiveTime: string;
  readonly isReversal: boolean;
  readonly raw: RawRow;
}

/** A row of the section CorporateActions, read. */
export type ActionRow = Compact<KnownActionRow>;

export function toActionRow(row: FlexRow): ActionRow {
  const description = row.text('description') ?? row.text('actionDescription') ?? '';
  const text = readActionText(description);
  const time = row.time('dateTime');
  const date = row.date('reportDate') ?? time?.date;
  if (date === undefined) throw new RowFault('reportDate and dateTime are missing.', 'reportDate');
  const quantity = row.nonZero('quantity');
  const instrument = toInstrument(row, { name: text.name, unit: row.unitIfAny() });
  if (quantity !== undefined && instrument === undefined)
    throw new RowFault('The corporate action names no instrument.', 'conid');
  const codes = row.codes('code');
  return compact({
    ordinal: row.ordinal,
    account: row.account,
    recordId: row.id('transactionID'),
    actionId: row.id('actionID'),
    code: row.text('type')?.toUpperCase(),
    text,
    instrument,
    quantity,
    cash: readCash(row),
    date,
    effectiveAt: time?.instant,
    effectiveTime: time === undefined ? '' : `${time.date} ${time.printedTime ?? ''}`,
    isReversal: codes.has('Ca') || codes.has('Re') || /\bREVERSAL\b|\bCANCEL/i.test(text.event),
    raw: row.raw(),
  });
}

/** `proceeds` is what came in; `amount`, which some exports have alone, is the same with the other sign. */
function readCash(row: FlexRow): Money | undefined {
  const amount = row.text('proceeds') === undefined ? row.nonZero('amount') : undefined;
  const proceeds = amount === undefined ? row.nonZero('proceeds') : negated(amount);
  return proceeds === undefined ? undefined : toMoney(proceeds, row.unit());
}
