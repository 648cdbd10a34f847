import type { Decimal } from '@bourse/sdk';
import Big from 'big.js';
import { canonical, isZero, magnitude, sum } from '../row/decimals.js';
import type { ActionLeg } from './action-legs.js';

/** The legs of one corporate action. */
export type ActionEvent = readonly ActionLeg[];

/**
 * Finds which rows of a day are one corporate action: those of one type and minute whose money goes around; then a
 * sale and a purchase that agree in time, money, quantity or ISIN, the closer the better.
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
  const minutes = [...groupBy(legs, timeOf).values()];
  const isWhole = (minute: ActionEvent) => isExchange(minute) && isBalanced(minute);
  const events: ActionEvent[] = minutes.filter(isWhole);
  let free = minutes.filter((minute) => !isWhole(minute)).flat();
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

/** Tells whether the money of one currency goes around, but for the rounding of each row. */
function isBalanced(legs: ActionEvent): boolean {
  const monies = legs.flatMap(({ row: { money } }) =>
    money === undefined || isZero(money.amount) ? [] : [money],
  );
  const isOneCurrency =
    monies.length === legs.length && monies.every(({ currency }) => currency === monies[0]?.currency);
  const rest = new Big(sum(monies.map(({ amount }) => amount))).abs();
  return isOneCurrency && rest.lte(new Big('0.01').times(legs.length));
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
