import type {
  CorporateActionCash,
  CorporateActionCashKind,
  CorporateActionDraft,
  CorporateActionLeg,
  CorporateActionType,
} from '@bourse/sdk';
import { instrumentId } from '../instrument/instrument-id.js';
import { joinRaw } from '../row/raw.js';
import { isZero, sum } from '../values/amounts.js';
import { compact } from '../values/compact.js';
import type { ActionRow } from './action-row.js';
import { isCashInLieu, toActionType } from './action-types.js';

export const CORPORATE_ACTIONS = 'CorporateActions';

/** Types that say less about an event than its other rows do. */
const SECONDARY: ReadonlySet<CorporateActionType> = new Set(['CASH_IN_LIEU', 'OTHER']);

/** All rows of one event and one booking date as one record; undefined where they move neither units nor cash. */
export function toCorporateAction(rows: readonly ActionRow[]): CorporateActionDraft | undefined {
  const sorted = [...rows].sort(compareRows);
  const [anchor] = sorted;
  const legs = toLegs(sorted);
  const cash = toCash(sorted);
  if (anchor === undefined || (legs.length === 0 && cash.length === 0)) return undefined;
  const { recordId, actionId, account, date, text } = anchor;
  return compact({
    source: compact({
      section: CORPORATE_ACTIONS,
      recordId,
      groupId: actionId,
      rows: sorted.map(({ ordinal }) => ordinal),
    }),
    linkId: actionId === undefined ? undefined : `${CORPORATE_ACTIONS}/${actionId}`,
    accountId: account,
    type: toType(sorted),
    status: anchor.isReversal ? ('REVERSAL' as const) : ('BOOKED' as const),
    eventId: actionId,
    ratio: sorted.find((row) => row.text.ratio !== undefined)?.text.ratio,
    legs,
    cash,
    bookedAt: sorted.find(({ effectiveAt }) => effectiveAt !== undefined)?.effectiveAt,
    date,
    description: text.event,
    raw: joinRaw(sorted.map(({ raw }) => raw)),
  });
}

/** The anchor row first: the same in every export, whatever the order of its rows. */
function compareRows(left: ActionRow, right: ActionRow): number {
  const [leftKey, rightKey] = [sortKey(left), sortKey(right)];
  if (leftKey === rightKey) return left.ordinal - right.ordinal;
  return leftKey < rightKey ? -1 : 1;
}

function sortKey({ recordId = '', instrument, quantity = '', cash }: ActionRow): string {
  const id = instrument === undefined ? '' : instrumentId(instrument);
  return [recordId.padStart(32, '0'), id.padStart(32, '0'), quantity, cash?.amount ?? ''].join(' ');
}

function toType(rows: readonly ActionRow[]): CorporateActionType {
  const types = rows.map(({ code, text }) => toActionType(code, text.event, text.ratio));
  const primary = types.find((type) => !SECONDARY.has(type));
  return primary ?? (types.includes('CASH_IN_LIEU') ? 'CASH_IN_LIEU' : 'OTHER');
}

function toLegs(rows: readonly ActionRow[]): CorporateActionLeg[] {
  const legs = new Map<string, CorporateActionLeg>();
  for (const { instrument, quantity } of rows) {
    if (instrument === undefined || quantity === undefined) continue;
    const id = instrumentId(instrument);
    legs.set(id, { instrument, quantity: sum(legs.get(id)?.quantity ?? '0', quantity) });
  }
  return [...legs.values()].filter(({ quantity }) => !isZero(quantity));
}

/** Legs that net to zero are left out. */
function toCash(rows: readonly ActionRow[]): CorporateActionCash[] {
  const legs = new Map<string, CorporateActionCash>();
  for (const row of rows) {
    if (row.cash === undefined) continue;
    const { amount, currency } = row.cash;
    const kind = toCashKind(row);
    const id = `${kind} ${currency}`;
    legs.set(id, { kind, money: { amount: sum(legs.get(id)?.money.amount ?? '0', amount), currency } });
  }
  return [...legs.values()].filter(({ money }) => !isZero(money.amount));
}

function toCashKind({ code, text }: ActionRow): CorporateActionCashKind {
  if (code === 'FA') return 'FEE';
  return code === 'CA' || isCashInLieu(text.event) ? 'CASH_IN_LIEU' : 'PROCEEDS';
}
