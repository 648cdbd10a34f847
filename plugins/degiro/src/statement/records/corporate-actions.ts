import type { CorporateActionCash, CorporateActionDraft, CorporateActionType, Money } from '@bourse/sdk';
import type { AccountRow } from '../row/account-row.js';
import type { Booking } from '../row/booking.js';
import { isNegative, isZero, negated, sum } from '../row/decimals.js';
import { findInstrument, toInstrument } from '../row/instrument.js';
import { RowError } from '../row/row-error.js';
import { groupEvents, type ActionEvent } from './action-events.js';
import { readLegs, type ActionLeg } from './action-legs.js';
import type { Output } from './output.js';
import { moneyOf } from './standalone.js';

/** What is booked for corporate actions on one day. */
export type ActionBooking = Booking<'ACTION' | 'ACTION_CASH'>;

/** The most legs that one record may have. */
const MAX_LEGS = 64;

/** Adds the corporate actions of one day; each is one record of all its rows. */
export function settleActions(bookings: readonly ActionBooking[], output: Output): void {
  const legs = readLegs(
    bookings.filter((booking): booking is Booking<'ACTION'> => booking.as === 'ACTION'),
    output,
  );
  const events = groupEvents(legs).flatMap(splitLarge);
  const cash = bookings.filter(({ as }) => as === 'ACTION_CASH').map(({ row }) => row);
  const { shares, rest } = shareCash(events, cash);
  for (const event of events) {
    const own = shares.get(event) ?? [];
    tryAdd([...event.map(({ row }) => row), ...own], () => toAction(event, own, output), output);
  }
  for (const row of rest) tryAdd([row], () => toCashAction(row, output), output);
}

function splitLarge(event: ActionEvent): ActionEvent[] {
  return event.length <= MAX_LEGS ? [event] : event.map((leg) => [leg]);
}

/** Cash that is booked on the day of an event, for one of its securities, is part of it. */
function shareCash(events: readonly ActionEvent[], cash: readonly AccountRow[]) {
  const owners = new Map(
    events.flatMap((event) =>
      event.flatMap(({ row }) => (row.isin === undefined ? [] : [[row.isin, event] as const])),
    ),
  );
  const shares = new Map<ActionEvent, AccountRow[]>();
  const rest: AccountRow[] = [];
  for (const row of cash) {
    const owner = owners.get(row.isin ?? '');
    const share = owner === undefined ? rest : (shares.get(owner) ?? []);
    share.push(row);
    if (owner !== undefined) shares.set(owner, share);
  }
  return { shares, rest };
}

function tryAdd(rows: readonly AccountRow[], make: () => CorporateActionDraft, output: Output): void {
  try {
    output.parts.add('corporateActions', make());
  } catch (error) {
    if (!(error instanceof RowError)) throw error;
    for (const row of rows) output.reject(row, error);
  }
}

/** The purchase is the anchor: its time and text stand for the event. */
function toAction(event: ActionEvent, cash: readonly AccountRow[], output: Output): CorporateActionDraft {
  const legs = [...event].sort((left, right) => Number(right.isPurchase) - Number(left.isPurchase));
  const [anchor, ...others] = legs.map(({ row }) => row);
  if (anchor === undefined) throw new RowError('The event has no rows.');
  const type = typeOf(legs);
  const booked = [...legs.map(({ row }) => row), ...cash];
  return {
    ...output.originOf(anchor, [...others, ...cash]),
    type,
    status: 'BOOKED',
    legs: legs.map(({ row, text, terms, isPurchase }) => ({
      instrument: toInstrument(
        row,
        text,
        terms.multiplier === undefined ? {} : { multiplier: terms.multiplier },
      ),
      quantity: isPurchase ? terms.quantity : negated(terms.quantity),
    })),
    cash: netCash(booked, type),
    ...(anchor.instant === undefined ? {} : { bookedAt: anchor.instant }),
    date: anchor.date,
    description: anchor.description,
    ...(booked.length === 1 ? {} : { derived: ['cash'] }),
  };
}

/**
 * Statements call a split that leaves fewer shares a split, too. Where the words are not known, more or fewer shares of
 * one security for all that there were, and for no money, are a split as well.
 */
function typeOf(legs: readonly ActionLeg[]): CorporateActionType {
  const [first] = legs;
  const [bought, sold] = [true, false].map((side) =>
    sum(legs.filter(({ isPurchase }) => isPurchase === side).map(({ terms }) => terms.quantity)),
  );
  const isBothWays = bought !== undefined && sold !== undefined && !isZero(bought) && !isZero(sold);
  const change = isBothWays ? sum([bought, negated(sold)]) : '0';
  const isSplit =
    first?.type === 'SPLIT' || (first?.type === 'OTHER' && !isZero(change) && isOneForNothing(legs));
  if (!isSplit) return first?.type ?? 'OTHER';
  return isNegative(change) ? 'REVERSE_SPLIT' : 'SPLIT';
}

function isOneForNothing(legs: readonly ActionLeg[]): boolean {
  const securities = new Set(legs.map(({ row, text }) => row.isin ?? text.isin ?? row.product));
  return (
    securities.size === 1 &&
    netCash(
      legs.map(({ row }) => row),
      'SPLIT',
    ).length === 0
  );
}

/** The cash that remains in each currency; a sale and a purchase for the same money leave none. */
function netCash(rows: readonly AccountRow[], type: CorporateActionType): CorporateActionCash[] {
  const kind = type === 'SPLIT' || type === 'REVERSE_SPLIT' ? 'CASH_IN_LIEU' : 'PROCEEDS';
  const monies = rows.flatMap(({ money }) => (money === undefined ? [] : [money]));
  return [...new Set(monies.map(({ currency }) => currency))]
    .map((currency) => ({ kind, money: { amount: sumOf(monies, currency), currency } }) as const)
    .filter(({ money }) => !isZero(money.amount));
}

function sumOf(monies: readonly Money[], currency: string): string {
  return sum(monies.filter((money) => money.currency === currency).map(({ amount }) => amount));
}

/** Cash of an event whose securities were booked on another day, or not at all. */
function toCashAction(row: AccountRow, output: Output): CorporateActionDraft {
  const instrument = findInstrument(row);
  return {
    ...output.originOf(row),
    type: 'OTHER',
    status: 'BOOKED',
    // Nothing moved, but the leg says whose cash it is.
    legs: instrument === undefined ? [] : [{ instrument, quantity: '0' }],
    cash: [{ kind: 'PROCEEDS', money: moneyOf(row) }],
    ...(row.instant === undefined ? {} : { bookedAt: row.instant }),
    date: row.date,
    description: row.description,
  };
}
