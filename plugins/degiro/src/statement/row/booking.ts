import { PHRASES } from '../words/phrase-book.js';
import { TREATMENTS, type Treatment } from '../words/meaning.js';
import type { AccountRow } from './account-row.js';
import { isCurrencyPair, parseTradeText, type TradeText } from './trade-text.js';

/** A row and what it is. */
export type Booking<As extends BookingKind = BookingKind> = { readonly row: AccountRow } & Extract<
  Treatment | TradeTreatment,
  { readonly as: As }
>;

/** A purchase or sale, of its own or of a corporate action; what is traded may be a currency. */
type TradeTreatment =
  | { readonly as: 'TRADE'; readonly text: TradeText }
  | { readonly as: 'ACTION'; readonly text: TradeText }
  | { readonly as: 'CURRENCY_TRADE'; readonly text: TradeText };

export type BookingKind = (Treatment | TradeTreatment)['as'];

/** Tells what a row is; undefined where no table knows its description. */
export function toBooking(row: AccountRow): Booking | undefined {
  const meaning = PHRASES.findMeaning(row.folded);
  if (meaning !== undefined) return { row, ...TREATMENTS[meaning] };
  const text = parseTradeText(row.description);
  if (text === undefined) return undefined;
  if (isCurrencyPair(text.name)) return { row, as: 'CURRENCY_TRADE', text };
  return { row, as: text.action === undefined ? 'TRADE' : 'ACTION', text };
}
