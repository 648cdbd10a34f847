import {
  minorUnitDigits,
  type Account,
  type Decimal,
  type Instrument,
  type Position,
} from '@bourse/core/interfaces';
import { deriveCash } from '../cash/derive-cash.js';
import { Exact } from '../decimal/exact.js';
import { accountRefOf } from '../entries/account-ref.js';
import type { Entry } from '../entries/entry.js';
import type { AccountEntry, LedgerData } from '../entries/ledger-data.js';
import { explainCash } from '../explain/explain-cash.js';
import { explainPosition } from '../explain/explain-position.js';
import { InstrumentIndex } from '../instruments/instrument-index.js';
import { derivePortfolio } from '../portfolio/derive-portfolio.js';
import type { Snapshot } from '../sync/sync-events.js';
import { explainDifference, type LineFacts, type LineRecord } from './explain-difference.js';
import type { ReconciledLine, Reconciliation } from './reconciliation.js';

/** What the ledger knows besides its records. */
export interface ReconcileFacts {
  readonly institution: string;
  /** When a line last agreed; undefined where that was never seen. */
  readonly agreedOn: (accountId: string, key: string) => string | undefined;
  /** Rows of the institution that were read and not understood. */
  readonly unclassifiedRows: number;
}

/** One line before it is explained. */
interface Side {
  readonly key: string;
  readonly instrument?: Instrument;
  readonly ledger: Decimal;
  readonly institution: Decimal;
  /** Differences below it are roundings. */
  readonly tolerance: Exact;
  readonly facts: () => Omit<LineFacts, 'agreedOn' | 'unclassifiedRows'>;
}

/** What an account is compared with. */
interface Comparison {
  /** The ledger without what the institution says of holdings, which would agree with itself. */
  readonly data: LedgerData;
  readonly account: AccountEntry;
  readonly pending: ReadonlySet<string>;
}

/** Compares cash and holdings by the records of the ledger with what the institution says now. */
export function reconcile(
  data: LedgerData,
  { accounts, positions }: Snapshot,
  facts: ReconcileFacts,
): Reconciliation[] {
  const recorded = { ...data, entries: data.entries.filter(({ kind }) => kind !== 'POSITION') };
  const pending = new Set(data.entries.filter(({ status }) => status !== 'BOOKED').map(({ id }) => id));
  return [...data.accounts.values()].flatMap((account) => {
    const reported = accounts.filter(({ id }) => id === account.accountId);
    if (account.institution !== facts.institution || reported.length === 0) return [];
    const comparison = { data: recorded, account, pending };
    const held = positions?.filter(({ accountId }) => accountId === account.accountId);
    const toLine = (side: Side): ReconciledLine => lineOf(side, account.accountId, facts);
    return [
      {
        ...accountRefOf(account),
        cash: cashSides(comparison, reported).map(toLine),
        ...(held === undefined ? {} : { positions: positionSides(comparison, held).map(toLine) }),
      },
    ];
  });
}

function lineOf(
  { key, instrument, ledger, institution, tolerance, facts }: Side,
  accountId: string,
  given: ReconcileFacts,
): ReconciledLine {
  const difference = Exact.from(institution).minus(Exact.from(ledger));
  const agrees = difference.isZero || difference.absolute().compare(tolerance) < 0;
  const agreedOn = given.agreedOn(accountId, key);
  const { unclassifiedRows } = given;
  return {
    key,
    ...(instrument === undefined ? {} : { instrument }),
    ledger,
    institution,
    difference: difference.toString(),
    agrees,
    ...(agreedOn === undefined ? {} : { agreedOn }),
    explanations: agrees ? [] : explainDifference(difference, { ...facts(), agreedOn, unclassifiedRows }),
  };
}

/** The records explain the balance from the opening of the earliest statement on, as for every other balance. */
function cashSides({ data, account, pending }: Comparison, reported: readonly Account[]): Side[] {
  const place = `${account.institution}/${account.accountId}`;
  const said = new Map(
    reported.flatMap(({ cash = [] }) => cash.map(({ currency, amount }) => [currency, amount])),
  );
  const derived = new Map(deriveCash(data, { account: place }).map((cash) => [cash.currency, cash]));
  return [...new Set([...said.keys(), ...(said.size === 0 ? [] : derived.keys())])].sort().map((currency) => {
    const cash = derived.get(currency);
    const institution = said.get(currency) ?? '0';
    const ledger =
      cash?.statement === undefined
        ? (cash?.recorded ?? '0')
        : Exact.from(cash.statement.amount)
            .minus(Exact.from(cash.difference ?? '0'))
            .toString();
    return {
      key: currency,
      ledger,
      institution,
      tolerance: new Exact(1n, minorUnitDigits(currency)),
      facts: () => ({
        records: explainCash(data, { account: place, currency }).map(
          ({ recordId, kind, date, amount }): LineRecord => ({
            recordId,
            kind,
            date,
            effect: amount,
            isPending: pending.has(recordId),
          }),
        ),
        historyMissingSince: undefined,
        heldBack: heldBackOf(data, account, 'cash'),
      }),
    };
  });
}

function positionSides({ data, account, pending }: Comparison, held: readonly Position[]): Side[] {
  const place = `${account.institution}/${account.accountId}`;
  const index = new InstrumentIndex(data);
  const said = new Map<string, { quantity: Exact; instrument: Instrument }>();
  for (const { instrument, quantity } of held) {
    const key = index.keyOf(account.key, instrument);
    const before = said.get(key)?.quantity ?? Exact.ZERO;
    said.set(key, { instrument, quantity: before.plus(Exact.from(quantity)) });
  }
  const derived = new Map(
    derivePortfolio(data, { account: place }).positions.map((view) => [view.key, view]),
  );
  return [...new Set([...said.keys(), ...derived.keys()])]
    .map((key): Side => {
      const view = derived.get(key);
      const instrument = view?.instrument ?? said.get(key)?.instrument;
      return {
        key,
        ...(instrument === undefined ? {} : { instrument }),
        ledger: view?.quantity ?? '0',
        institution: said.get(key)?.quantity.toString() ?? '0',
        tolerance: Exact.ZERO,
        facts: () => ({
          records: explainPosition(data, { account: place, key }).map(
            ({ recordId, kind, date, quantity }): LineRecord => ({
              recordId,
              kind,
              date,
              effect: quantity,
              isPending: pending.has(recordId),
            }),
          ),
          historyMissingSince: view?.incompleteSince,
          heldBack: heldBackOf(data, account, 'holding'),
        }),
      };
    })
    .filter(({ ledger, institution }) => ledger !== '0' || institution !== '0');
}

const OF_HOLDINGS: ReadonlySet<Entry['kind']> = new Set(['TRANSACTION', 'TRANSFER', 'CORPORATE_ACTION']);

function heldBackOf({ duplicates }: LedgerData, { key }: AccountEntry, of: 'cash' | 'holding'): string[] {
  return duplicates
    .filter(({ account, kind }) => account === key && (of === 'cash' || OF_HOLDINGS.has(kind)))
    .map(({ heldBack }) => heldBack);
}
