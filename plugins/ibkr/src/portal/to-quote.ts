import type { Decimal, Quote } from '@bourse/sdk';
import { toDecimal } from '../values/amounts.js';
import { compact } from '../values/compact.js';
import type { Contract } from './contracts.js';
import type { WireObject } from './wire-object.js';

/** Codes of the fields of a snapshot. */
const LAST = '31';
const BID = '84';
const ASK = '86';
const AVAILABILITY = '6509';

export const FIELDS = [LAST, BID, ASK, AVAILABILITY];

/** Undefined while the institution has not got the prices yet. */
export function toQuote(row: WireObject, instrument: Contract): Quote | undefined {
  const last = row.text(LAST);
  const bid = readPrice(row.text(BID));
  const ask = readPrice(row.text(ASK));
  if (last === undefined && bid === undefined && ask === undefined) return undefined;
  const isFormerClose = last?.startsWith('C') === true;
  const price = readPrice(last?.replace(/^[CH]/, ''));
  return compact({
    instrument,
    bid,
    ask,
    last: isFormerClose ? undefined : price,
    previousClose: isFormerClose ? price : undefined,
    currency: instrument.currency,
    at: row.instant('_updated'),
    delay: row.text(AVAILABILITY)?.startsWith('R') === true ? ('REALTIME' as const) : ('DELAYED' as const),
  });
}

/** A price as text, perhaps with commas between thousands; none is there where nobody bids. */
function readPrice(text: string | undefined): Decimal | undefined {
  return text === undefined || text.startsWith('-1') ? undefined : toDecimal(text);
}
