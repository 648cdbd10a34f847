import type { Money, ProblemDraft, StatementPart } from '@bourse/core/interfaces';

/** The lists of a part that {@link StatementParts.add} fills. */
export type RecordList =
  | 'accounts'
  | 'transactions'
  | 'cashMovements'
  | 'transfers'
  | 'dividends'
  | 'fees'
  | 'corporateActions'
  | 'positions'
  | 'fxRates';

type PartList = RecordList | 'unclassified' | 'ignored' | 'problems';
type Entry<List extends PartList> = NonNullable<StatementPart[List]>[number];

/** What only the last part says. */
export type LastPart = Pick<StatementPart, 'period' | 'generatedAt'> &
  Required<Pick<StatementPart, 'rowsTotal'>>;

/** Entries of a part, all lists together. */
const PART_ENTRIES = 500;

/** The most characters of the text of unclassified rows. */
const TEXT_MAX_CHARACTERS = 4096;

/** So many ignored rows weigh as much as one entry: they are numbers alone. */
const IGNORED_ROWS_PER_ENTRY = 20;

/**
 * Collects what a reader finds and hands it out in parts of at most 500 entries.
 *
 * @example
 * for await (const row of readCsv(file.content)) {
 *   parts.add('fees', toFee(row));
 *   yield* parts.drain();
 * }
 * yield* parts.finish({ rowsTotal });
 */
export class StatementParts {
  #full: StatementPart[] = [];
  #lists: { [List in PartList]?: Entry<List>[] } = {};
  #entries = 0;

  /** Adds records, accounts or rates. */
  add<List extends RecordList>(list: List, ...entries: readonly Entry<List>[]): void {
    for (const entry of entries) this.#append(list, entry);
  }

  /** Reports something that concerns rows, while reading goes on. */
  problem(problem: ProblemDraft): void {
    this.#append('problems', problem);
  }

  /**
   * Leaves out rows that repeat other rows or change neither cash nor positions.
   *
   * @param money Money of the rows that no other row repeats; for each reason and currency it has to net to zero
   * over the file.
   */
  ignore(reason: string, rows: readonly number[], money: readonly Money[] = []): void {
    let entry = this.#lists.ignored?.find((known) => known.reason === reason);
    if (entry === undefined) {
      entry = { reason, rows: [] };
      (this.#lists.ignored ??= []).push(entry);
    }
    entry.rows.push(...rows);
    if (money.length > 0) (entry.money ??= []).push(...money);
    this.#weigh(rows.length / IGNORED_ROWS_PER_ENTRY);
  }

  /** Keeps rows that were not understood, with their text. */
  unclassified(rows: readonly number[], text: string, reason: string): void {
    this.#append('unclassified', { rows: [...rows], text: text.slice(0, TEXT_MAX_CHARACTERS), reason });
  }

  /** The parts that are full. To be called after each row. */
  *drain(): Generator<StatementPart> {
    if (this.#full.length === 0) return;
    const parts = this.#full;
    this.#full = [];
    yield* parts;
  }

  /** All that is left, and the last part. */
  *finish(last: LastPart): Generator<StatementPart> {
    yield* this.drain();
    yield { ...this.#lists, ...last };
    this.#begin();
  }

  #append<List extends PartList>(list: List, entry: Entry<List>): void {
    const entries: Entry<List>[] = (this.#lists[list] ??= []);
    entries.push(entry);
    this.#weigh(1);
  }

  #weigh(entries: number): void {
    this.#entries += entries;
    if (this.#entries < PART_ENTRIES) return;
    this.#full.push(this.#lists);
    this.#begin();
  }

  #begin(): void {
    this.#lists = {};
    this.#entries = 0;
  }
}
