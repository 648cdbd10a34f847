import type { CorporateActionType, Decimal } from '@bourse/sdk';
import type { AccountRow } from '../row/account-row.js';
import type { Booking } from '../row/booking.js';
import { canonical, isNegative, isZero, magnitude } from '../row/decimals.js';
import { RowError } from '../row/row-error.js';
import { readTradeTerms, type TradeTerms } from '../row/trade-terms.js';
import type { TradeText } from '../row/trade-text.js';
import type { Output } from './output.js';

/** A row that takes securities away or brings them, because of a corporate action. */
export interface ActionLeg {
  readonly row: AccountRow;
  readonly text: TradeText;
  readonly type: CorporateActionType;
  readonly terms: TradeTerms;
  readonly isPurchase: boolean;
}

/** The legs of one corporate action. */
export type ActionEvent = readonly ActionLeg[];

/** Reads the rows of corporate actions; those that cannot be read are reported. */
export function readLegs(bookings: readonly Booking<'ACTION'>[], output: Output): ActionLeg[] {
  return bookings.flatMap((booking) => {
    try {
      return [toLeg(booking)];
    } catch (error) {
      if (!(error instanceof RowError)) throw error;
      output.reject(booking.row, error);
      return [];
    }
  });
}

function toLeg({ row, text }: Booking<'ACTION'>): ActionLeg {
  const terms = readTradeTerms(text, row);
  return { row, text, type: text.action ?? 'OTHER', terms, isPurchase: isPurchase(row, text) };
}

/** Some languages leave the verb out; the sign of the money then tells what comes and what goes. */
function isPurchase({ money }: AccountRow, { side }: TradeText): boolean {
  if (side !== undefined) return side === 'BUY';
  if (money === undefined || isZero(money.amount)) {
    throw new RowError('Neither a word nor an amount tells whether securities come or go.', 'description');
  }
  return isNegative(money.amount);
}

/**
 * Finds which rows of a day are one corporate action. A sale and a purchase belong together that agree in time, money,
 * quantity or ISIN, the closer the better; last of all, a sale alone takes what is left of its type and minute.
 */
export function groupEvents(legs: readonly ActionLeg[]): ActionEvent[] {
  return [...groupBy(legs, ({ type }) => type).values()].flatMap(groupOfType);
}

type KeyOf = (leg: ActionLeg) => string | undefined;

const orderOf: KeyOf = ({ row }) => row.orderId;
const timeOf: KeyOf = ({ row }) => row.printedTime;
const isinOf: KeyOf = ({ row, text }) => row.isin ?? text.isin ?? row.product;
const quantityOf: KeyOf = ({ terms }) => canonical(terms.quantity);
const priceOf: KeyOf = ({ terms }) => canonical(terms.price);

/** Undefined where no money moved: that two rows move none says nothing. */
const moneyKeyOf: KeyOf = ({ row: { money } }) =>
  money === undefined || isZero(money.amount) ? undefined : `${wholeOf(money.amount)} ${money.currency}`;

/** What must be equal, from the surest sign to the weakest. */
const SIGNS: readonly (readonly KeyOf[])[] = [
  [orderOf, moneyKeyOf, quantityOf],
  [timeOf, moneyKeyOf, quantityOf],
  [timeOf, moneyKeyOf],
  [timeOf, quantityOf, priceOf],
  [isinOf, quantityOf, priceOf],
  [moneyKeyOf],
  [quantityOf, priceOf],
  [timeOf, isinOf],
  [isinOf],
];

function groupOfType(legs: readonly ActionLeg[]): ActionEvent[] {
  const events: ActionEvent[] = [];
  let free = legs;
  for (const sign of SIGNS) {
    const pairs = pairBy(free, (leg) => joinKeys(sign, leg));
    events.push(...pairs);
    const taken = new Set(pairs.flat());
    free = free.filter((leg) => !taken.has(leg));
  }
  return [...events, ...groupRest(free)];
}

function joinKeys(sign: readonly KeyOf[], leg: ActionLeg): string | undefined {
  const keys = sign.map((keyOf) => keyOf(leg));
  return keys.includes(undefined) ? undefined : keys.join(' | ');
}

/** Pairs each purchase with the next sale of the same key. */
function pairBy(legs: readonly ActionLeg[], keyOf: KeyOf): ActionEvent[] {
  const sales = groupBy(
    legs.filter(({ isPurchase: comes }) => !comes),
    keyOf,
  );
  return legs.flatMap((leg) => {
    const key = leg.isPurchase ? keyOf(leg) : undefined;
    const sale = key === undefined ? undefined : sales.get(key)?.shift();
    return sale === undefined ? [] : [[leg, sale]];
  });
}

/**
 * Of what is left, all of one type and minute is one event where one security alone goes, or one alone comes for
 * several; then a last sale and a last purchase of the day. A security that comes for nothing is an event by itself.
 */
function groupRest(legs: readonly ActionLeg[]): ActionEvent[] {
  const minutes = [...groupBy(legs, timeOf).values()];
  const rest = minutes.filter((minute) => !isExchange(minute)).flat();
  const isLastPair = rest.length === 2 && isExchange(rest);
  return [...minutes.filter(isExchange), ...(isLastPair ? [rest] : rest.map((leg) => [leg]))];
}

function groupBy<Key>(legs: readonly ActionLeg[], keyOfLeg: (leg: ActionLeg) => Key): Map<Key, ActionLeg[]> {
  const groups = new Map<Key, ActionLeg[]>();
  for (const leg of legs) {
    const key = keyOfLeg(leg);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [leg]);
    else group.push(leg);
  }
  return groups;
}

/** Tells whether one security goes for others, or others for one. */
function isExchange(legs: readonly ActionLeg[]): boolean {
  const purchases = legs.filter(({ isPurchase: comes }) => comes).length;
  return Math.min(purchases, legs.length - purchases) === 1;
}

/** Both rows of an event are rounded to cents on their own. */
function wholeOf(amount: Decimal): string {
  return magnitude(amount).split('.')[0] ?? '';
}
