import {
  ProblemError,
  RECORD_KINDS,
  type Account,
  type FxRate,
  type Ignored,
  type Period,
  type Problem,
  type ProblemDraft,
  type RecordKind,
  type StatementPart,
  type Unclassified,
} from '../interfaces/index.js';
import { toPluginProblem } from '../interfaces/problems/plugin-problem.js';
import { cashEffectsOf } from '../records/cash-effects.js';
import type { DraftByKind, RecordByKind } from '../records/record-draft.js';
import { RecordStamper, type Provenance, type Rekeyed } from '../records/record-stamper.js';
import { traitsOf } from '../records/traits.js';
import { BalanceAccount } from './balance-account.js';
import { IgnoredMoney } from './ignored-money.js';
import { ProblemList } from './problem-list.js';
import { RecordConflicts } from './record-conflicts.js';
import { RECORD_LISTS } from './record-lists.js';
import { RowAccount } from './row-account.js';
import { readPart } from './salvage-part.js';

/** The lists of records of a statement, each record with its identity. */
export type CanonicalRecords = { [Kind in RecordKind as (typeof RECORD_LISTS)[Kind]]: RecordByKind[Kind][] };

/** A part of a statement in canonical form. */
export interface CanonicalPart extends CanonicalRecords {
  readonly accounts: Account[];
  readonly fxRates: FxRate[];
  readonly unclassified: Unclassified[];
  readonly ignored: Ignored[];
  readonly problems: Problem[];
  /** Records of this or an earlier part whose id changed. */
  readonly rekeyed: Rekeyed[];
}

/** What is known of a statement once its last part has been read. */
export interface StatementEnd {
  readonly period?: Period;
  readonly generatedAt?: string;
  readonly rowsTotal: number;
  /** Problems that only show over the whole file. */
  readonly problems: Problem[];
}

/** The most records, accounts, rates and sets of rows of one reading. The host remembers something of each. */
export const READING_MAX_ENTRIES = 2_000_000;

/** Reason given for rows that the host sets aside because the file has the same booking already. */
const REPEATED = 'repeats a booking of this file word for word';

/**
 * Turns the parts that a reader yields into canonical ones, in bounded memory: gives each record its identity, checks
 * the laws, counts rows and adds up balances.
 */
export class StatementAssembler {
  readonly #stamper: RecordStamper;
  readonly #rows = new RowAccount();
  readonly #balances = new BalanceAccount();
  readonly #ignoredMoney = new IgnoredMoney();
  readonly #conflicts = new RecordConflicts();
  readonly #problems: ProblemList;
  readonly #maxEntries: number;
  #entries = 0;
  readonly #accounts: Account[] = [];
  #period: Period | undefined;
  #generatedAt: string | undefined;
  #rowsTotal: number | undefined;

  constructor(options: { provenance: Provenance; file?: string; maxEntries?: number }) {
    this.#stamper = new RecordStamper(options.provenance);
    this.#problems = new ProblemList(options.file);
    this.#maxEntries = options.maxEntries ?? READING_MAX_ENTRIES;
  }

  /**
   * Takes the next part.
   *
   * @throws ProblemError MALFORMED_RESPONSE where the part as a whole has not the form of one, or where there have been
   *   more entries than the reading may have.
   */
  add(value: unknown): CanonicalPart {
    const part = readPart(value);
    this.#countEntries(part);
    this.#keepSingleValues(part);
    const canonical = this.#startPart(part);
    const problems: ProblemDraft[] = (part.problems ?? []).map(toPluginProblem);
    for (const kind of RECORD_KINDS) this.#addRecords(kind, part, canonical, problems);
    for (const rate of canonical.fxRates) this.#rows.recordRows(rate.rows);
    for (const { rows } of canonical.unclassified) this.#rows.setAside(rows);
    for (const ignored of canonical.ignored) {
      this.#rows.setAside(ignored.rows);
      this.#ignoredMoney.add(ignored);
    }
    canonical.problems.push(...this.#problems.take(problems));
    return canonical;
  }

  /**
   * Closes the statement.
   *
   * @throws ProblemError MALFORMED_RESPONSE where the reader never said how many rows the file has.
   */
  finish(): StatementEnd {
    if (this.#rowsTotal === undefined) {
      throw new ProblemError({
        code: 'MALFORMED_RESPONSE',
        message: 'The reader ended without "rowsTotal".',
      });
    }
    const problems = this.#problems.take([
      ...this.#rows.findProblems(this.#rowsTotal),
      ...this.#balances.findProblems(this.#accounts),
      ...this.#ignoredMoney.findProblems(),
    ]);
    return {
      ...(this.#period === undefined ? {} : { period: this.#period }),
      ...(this.#generatedAt === undefined ? {} : { generatedAt: this.#generatedAt }),
      rowsTotal: this.#rowsTotal,
      problems: [...problems, ...this.#problems.summarise()],
    };
  }

  #countEntries(part: StatementPart): void {
    for (const list of Object.values(part)) if (Array.isArray(list)) this.#entries += list.length;
    if (this.#entries <= this.#maxEntries) return;
    throw new ProblemError({
      code: 'MALFORMED_RESPONSE',
      message: `The reader reports more than ${this.#maxEntries} entries, which cannot be right for what it was given.`,
    });
  }

  #keepSingleValues(part: StatementPart): void {
    this.#period = part.period ?? this.#period;
    this.#generatedAt = part.generatedAt ?? this.#generatedAt;
    this.#rowsTotal = part.rowsTotal ?? this.#rowsTotal;
  }

  #startPart(part: StatementPart): CanonicalPart {
    const accounts = (part.accounts ?? []).map((account) => ({
      ...account,
      id: this.#stamper.accountOf(account.id),
    }));
    for (const account of accounts) this.#rows.recordRows(account.source?.rows);
    this.#accounts.push(...accounts);
    return {
      accounts,
      transactions: [],
      cashMovements: [],
      transfers: [],
      dividends: [],
      fees: [],
      corporateActions: [],
      positions: [],
      fxRates: part.fxRates ?? [],
      unclassified: part.unclassified ?? [],
      ignored: [...(part.ignored ?? [])],
      problems: [],
      rekeyed: [],
    };
  }

  #addRecords(
    kind: RecordKind,
    part: StatementPart,
    canonical: CanonicalPart,
    problems: ProblemDraft[],
  ): void {
    for (const draft of part[RECORD_LISTS[kind]] ?? []) this.#addRecord(kind, draft, canonical, problems);
  }

  #addRecord<Kind extends RecordKind>(
    kind: Kind,
    draft: DraftByKind[Kind],
    canonical: CanonicalPart,
    problems: ProblemDraft[],
  ): void {
    const { record, rekeyed } = this.#stamper.stamp(kind, draft);
    if (rekeyed !== undefined) canonical.rekeyed.push(rekeyed);
    if (record === undefined) {
      canonical.ignored.push({ reason: REPEATED, rows: draft.source.rows ?? [] });
      return;
    }
    this.#rows.recordRows(draft.source.rows);
    problems.push(...this.#conflicts.find(kind, draft));
    this.#balances.add(record.accountId ?? '', {
      date: traitsOf[kind](draft).date,
      effects: cashEffectsOf[kind](record),
      isTrade: kind === 'TRANSACTION',
    });
    const list = canonical[RECORD_LISTS[kind]] as RecordByKind[Kind][];
    list.push(record);
  }
}
