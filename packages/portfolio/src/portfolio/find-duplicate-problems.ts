import { toProblem, type Instrument, type Problem } from '@bourse/core/interfaces';
import type { Entry } from '../entries/entry.js';
import { isInAccount, type Filter } from '../entries/filter.js';
import type { LedgerData } from '../entries/ledger-data.js';

/** Says which records are held back, and what to type where both are real. */
export function findDuplicateProblems(data: LedgerData, filter: Filter): Problem[] {
  const { duplicates, accounts, instruments } = data;
  const open = duplicates.filter(({ decided }) => !decided);
  if (open.length === 0) return [];
  const told = new Set(open.flatMap(({ heldBack, counted }) => [heldBack, counted]));
  const entries = new Map<string, Entry>();
  for (const entry of [...data.entries, ...data.heldBack])
    if (told.has(entry.id)) entries.set(entry.id, entry);
  const textOf = (id: string): string => describeEntry(entries.get(id), instruments);
  return open.flatMap(({ heldBack, counted, account, kind, date }) => {
    const owner = accounts.get(account);
    if (owner === undefined || !isInAccount(filter, owner)) return [];
    const place = `${owner.institution}/${owner.accountId}`;
    const words = `bourse duplicates ${heldBack} ${counted}`;
    return toProblem({
      code: 'POSSIBLE_DUPLICATE',
      message: `${place}, ${date}, ${wordOf(kind)}: "${textOf(heldBack)}" is not counted, because "${textOf(counted)}" may tell of the same event.`,
      remedy: `If both are real, type: ${words} different. If they are one, type: ${words} same`,
    });
  });
}

/** What a record says, as people would: `buy 3 World Fund, -270.75 EUR`. */
function describeEntry(entry: Entry | undefined, instruments: ReadonlyMap<number, Instrument>): string {
  if (entry === undefined) return 'another record';
  const { kind, type, quantity, instrument, amount, currency } = entry;
  const side = quantity?.startsWith('-') === true ? 'sell' : 'buy';
  const what = [
    kind === 'TRANSACTION' ? side : wordOf(type),
    ...(quantity === undefined ? [] : [quantity.replace('-', '')]),
    ...(instrument === undefined ? [] : [instruments.get(instrument)?.name ?? '']),
  ].join(' ');
  return amount === undefined ? what : `${what}, ${amount} ${currency ?? ''}`;
}

function wordOf(value: string): string {
  return value.toLowerCase().replaceAll('_', ' ');
}
