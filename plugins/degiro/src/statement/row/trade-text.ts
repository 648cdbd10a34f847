import type { CorporateActionType, OrderSide } from '@bourse/sdk';
import { foldText } from '../words/fold-text.js';
import { PHRASES } from '../words/phrase-book.js';

/** The text of a purchase or sale, taken apart: `Koop 6 ACME NV@49,785 EUR (NL0000000000)`. */
export interface TradeText {
  /** What stands before the colon of a corporate action; undefined for a trade. */
  readonly action?: CorporateActionType;
  /** Absent where the text of a corporate action names none; the sign of the money then tells it. */
  readonly side?: OrderSide;
  /** What can be the quantity: digits that a space divides may belong together or begin the name. */
  readonly quantities: readonly string[];
  readonly price: string;
  /** As printed; may be a minor unit such as GBX. */
  readonly currency: string;
  /** What stands between quantity and price; empty where the text names no instrument. */
  readonly name: string;
  readonly isin?: string;
}

/** Stands between quantity and price. */
const PRICE_MARK = /@| zu je | at | za | przy /gi;
const PRICE_PATTERN = /^(-?\d[\d.,'’ ]*) ([A-Za-z]{3})(?: \(([A-Z0-9]*)\))?$/;
const QUANTITY_PATTERN = /^[\d.,'’]*\d$/;
const THOUSANDS_PATTERN = /^\d{3}(?:[.,]\d+)?$/;
const FIRST_THOUSANDS_PATTERN = /^\d{1,3}$/;

/** Takes the text of a trade or of a corporate action apart; undefined where the description is neither. */
export function parseTradeText(description: string): TradeText | undefined {
  const trade = parseBody(description);
  if (trade?.side !== undefined) return trade;
  const colon = description.indexOf(':');
  if (colon === -1) return undefined;
  const body = parseBody(description.slice(colon + 1).trim());
  const action = PHRASES.findAction(foldText(description.slice(0, colon)));
  return body === undefined ? undefined : { ...body, action: action ?? 'OTHER' };
}

function parseBody(text: string): TradeText | undefined {
  const mark = [...text.matchAll(PRICE_MARK)].at(-1);
  if (mark === undefined) return undefined;
  const price = PRICE_PATTERN.exec(text.slice(mark.index + mark[0].length).trim());
  const words = text.slice(0, mark.index).trim().split(' ');
  const side = PHRASES.findSide(foldText(words[0] ?? ''));
  const rest = side === undefined ? words : words.slice(1);
  const quantities = findQuantities(rest);
  const [quantity] = quantities;
  if (price === null || quantity === undefined) return undefined;
  const [, priceText = '', currency = '', isin = ''] = price;
  return {
    ...(side === undefined ? {} : { side }),
    quantities,
    price: priceText,
    currency,
    name: rest.slice(quantity.split(' ').length).join(' '),
    ...(isin === '' ? {} : { isin }),
  };
}

/** `1 046,3825` is one number, or 1 of something that is called `046,3825`: the longest reading comes first. */
function findQuantities(words: readonly string[]): string[] {
  const [first = ''] = words;
  if (!QUANTITY_PATTERN.test(first)) return [];
  const quantities = [first];
  if (!FIRST_THOUSANDS_PATTERN.test(first)) return quantities;
  for (let count = 1; THOUSANDS_PATTERN.test(words[count] ?? ''); count += 1) {
    quantities.unshift(words.slice(0, count + 1).join(' '));
    if (!FIRST_THOUSANDS_PATTERN.test(words[count] ?? '')) break;
  }
  return quantities;
}

/** Tells whether what was traded is one currency for another, as in `EUR/CHF`. */
export function isCurrencyPair(name: string): boolean {
  return /^[A-Z]{3}\/[A-Z]{3}$/.test(name);
}
