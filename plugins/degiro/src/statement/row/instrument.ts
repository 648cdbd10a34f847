import { isCalendarDate, isDecimal, isIsin, type Instrument, type InstrumentKind } from '@bourse/sdk';
import type { AccountRow } from './account-row.js';
import { RowError } from './row-error.js';
import type { TradeTerms } from './trade-terms.js';
import type { TradeText } from './trade-text.js';

/** Words that tell exchange traded funds; the issuers among them list nothing else. */
const ETF_PATTERN =
  /\b(?:ETF|ETFS|UCITS|ETC|ETN)\b|^(?:ISHARES|ISHR|IS\.|SPDR|VANGUARD|LYXOR|XTRACKERS|VANECK)\b/i;
const CASH_FUND_PATTERN = /\b(?:CASH FUND|LIQUIDITY FUND|FUNDSHARE)\b/i;

/** `ODX1 C11500.00 01MAR19`: symbol, call or put and strike, expiry. */
const OPTION_PATTERN = /^(\S{1,12}) ([CP])(\d{1,7}(?:[.,]\d{1,4})?) (\d{2})([A-Z]{3})(\d{2})$/;
/** The most characters that a name may have. */
const NAME_MAX_CHARACTERS = 512;

const MONTHS = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ');

type Terms = Partial<Pick<TradeTerms, 'multiplier' | 'priceType'>>;

/**
 * The instrument of a row. The statement names it by product and ISIN alone; its kind is told by the name, or by how
 * its price was booked.
 *
 * @throws RowError where the row names none.
 */
export function toInstrument(row: AccountRow, text?: TradeText, terms: Terms = {}): Instrument {
  const instrument = findInstrument(row, text, terms);
  if (instrument === undefined) throw new RowError('The row names no product.', 'product');
  return instrument;
}

/** The instrument of a row, if it names one. */
export function findInstrument(row: AccountRow, text?: TradeText, terms: Terms = {}): Instrument | undefined {
  const isin = row.isin ?? (isIsin(text?.isin ?? '') ? text?.isin : undefined);
  const name = row.product || text?.name || isin;
  if (name === undefined || name === '') return undefined;
  const option = parseOption(name);
  return {
    ...(option ?? { kind: kindOf(name, terms) }),
    name: name.slice(0, NAME_MAX_CHARACTERS),
    ...(isin === undefined ? {} : { isin }),
    ...(terms.multiplier === undefined ? {} : { multiplier: terms.multiplier }),
  };
}

/** Tells whether a product is called like an option. */
export function isOption(product: string): boolean {
  return parseOption(product) !== undefined;
}

function kindOf(name: string, { priceType }: Terms): InstrumentKind {
  if (priceType === 'PERCENTAGE') return 'BOND';
  if (CASH_FUND_PATTERN.test(name)) return 'FUND';
  return ETF_PATTERN.test(name) ? 'ETF' : 'EQUITY';
}

function parseOption(
  name: string,
): Pick<Instrument, 'kind' | 'putCall' | 'strike' | 'expiry' | 'underlying'> | undefined {
  const match = OPTION_PATTERN.exec(name);
  if (match === null) return undefined;
  const [, symbol = '', right, printedStrike = '', day = '', monthName = '', year = ''] = match;
  const strike = printedStrike.replace(',', '.');
  const expiry = `20${year}-${String(MONTHS.indexOf(monthName) + 1).padStart(2, '0')}-${day}`;
  if (!isCalendarDate(expiry) || !isDecimal(strike)) return undefined;
  return { kind: 'OPTION', putCall: right === 'C' ? 'CALL' : 'PUT', strike, expiry, underlying: { symbol } };
}
