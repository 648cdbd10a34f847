import type {
  CorporateActionCash,
  CorporateActionDraft,
  CorporateActionLeg,
  CorporateActionType,
} from '@bourse/sdk';
import Big from 'big.js';
import type { Activity } from '../api/activity.js';
import { toInstrument } from '../instruments.js';
import { currencyOf, rawOf, sourceOf, Unclear, type Owner } from './booking.js';
import { isStockDividend } from './income.js';

/** By type, or by sub-type where it says more. */
const TYPES: Readonly<Record<string, CorporateActionType>> = {
  SPLIT: 'SPLIT',
  SSP: 'SPLIT',
  FSPLIT: 'SPLIT',
  RSPLIT: 'REVERSE_SPLIT',
  USPLIT: 'OTHER',
  SPIN: 'SPIN_OFF',
  SSO: 'SPIN_OFF',
  MA: 'MERGER',
  NC: 'IDENTIFIER_CHANGE',
  SC: 'IDENTIFIER_CHANGE',
  REORG: 'OTHER',
  WRM: 'DELISTING',
  OPCA: 'OTHER',
  VOF: 'OTHER',
  VTND: 'TENDER',
  VRGT: 'RIGHTS',
  VEXH: 'CONVERSION',
  VWRT: 'CONVERSION',
  SDIV: 'STOCK_DIVIDEND',
};

/** The types of activities that are asked for. */
export const ACTION_TYPES: readonly string[] = 'SPLIT SSP SPIN SSO MA NC SC REORG OPCA VOF'.split(' ');

export function isAction(activity: Activity): boolean {
  return ACTION_TYPES.includes(activity.type) || isStockDividend(activity);
}

/** The rows of each event. They have to be those of whole days. */
export function groupActions(activities: readonly Activity[]): readonly (readonly Activity[])[] {
  return [...Map.groupBy(activities.filter(isAction), keyOf).values()];
}

/** One event with all its rows; the row with the smallest id is the anchor. */
export function toCorporateAction(rows: readonly Activity[], owner: Owner): CorporateActionDraft {
  const sorted = rows.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const [anchor] = sorted;
  if (anchor === undefined) throw new Unclear('An event without rows.');
  const legs = sorted.flatMap((row) => toLeg(row, owner));
  const cash = sorted.flatMap((row) => toCash(row, owner));
  return {
    accountId: owner.accountId,
    type: typeOf(anchor, legs),
    status: 'BOOKED',
    ...(anchor.groupId === undefined ? {} : { eventId: anchor.groupId }),
    legs,
    cash,
    date: anchor.date,
    description: anchor.description,
    source: sourceOf(anchor),
    ...rawOf(...sorted),
  };
}

/** Siblings name their group. Without one, the rows of a split share the symbol, those of a change of name the day. */
function keyOf({ id, type, date, symbol, groupId }: Activity): string {
  if (groupId !== undefined) return groupId;
  if (type === 'SPLIT' || type === 'SSP') return `${type} ${date} ${symbol ?? ''}`;
  return type === 'NC' || type === 'SC' ? `${type} ${date}` : id;
}

function typeOf({ type, subType }: Activity, legs: readonly CorporateActionLeg[]): CorporateActionType {
  const known = TYPES[subType ?? ''] ?? TYPES[type] ?? 'OTHER';
  if (known !== 'SPLIT' || subType === 'FSPLIT') return known;
  const change = legs.reduce((sum, leg) => sum.plus(leg.quantity), new Big(0));
  const isHeldLong = legs.some((leg) => leg.quantity.startsWith('-'));
  return isHeldLong && change.lt(0) ? 'REVERSE_SPLIT' : 'SPLIT';
}

function toLeg(row: Activity, owner: Owner): CorporateActionLeg[] {
  if (row.quantity === undefined || new Big(row.quantity).eq(0)) return [];
  if (row.symbol === undefined) throw new Unclear(`A row of type ${row.type} without symbol.`);
  return [{ instrument: toInstrument(row.symbol, currencyOf(row, owner)), quantity: row.quantity }];
}

function toCash(row: Activity, owner: Owner): CorporateActionCash[] {
  if (row.netAmount === undefined || new Big(row.netAmount).eq(0)) return [];
  const money = { amount: row.netAmount, currency: currencyOf(row, owner) };
  if (row.netAmount.startsWith('-')) return [{ kind: 'FEE', money }];
  return [{ kind: row.type === 'SPLIT' || row.type === 'SSP' ? 'CASH_IN_LIEU' : 'PROCEEDS', money }];
}
