import { quoteCell, type CalendarDate, type Decimal, type ProblemDraft, type RawRow } from '@bourse/sdk';
import { isZero, toDecimal } from '../values/amounts.js';
import type { DateOrder } from '../values/date-parts.js';
import { parseFlexTime, tellDateOrder, type FlexTime } from '../values/flex-time.js';
import type { XmlElement } from '../xml/xml-element.js';
import { toRaw, toRowText } from './raw.js';
import { RowFault } from './row-fault.js';
import { findUnit, type Unit } from './unit.js';

/** Texts that stand where nothing is known. `MULTI`: an order whose fills have several values. */
const NOTHING: ReadonlySet<string> = new Set(['', '-', '--', 'N/A', 'MULTI', 'null', '(null)']);

/** The longest of them. */
const NOTHING_MAX_CHARACTERS = 6;

const NO_CODES: ReadonlySet<string> = new Set();

const LABEL_MAX_CHARACTERS = 512;
const ID_MAX_CHARACTERS = 200;
/** Of elements and sections. */
const NAME_MAX_CHARACTERS = 100;
const TEXT_MAX_CHARACTERS = 4096;

/** Something about a row that is reported while the row is read. */
export type RowFinding = Pick<ProblemDraft, 'code' | 'message' | 'remedy'> & { readonly column: string };

/** Where a row stands. */
export interface RowPlace {
  /** The first row of the file is 1. */
  readonly ordinal: number;
  /** The element below FlexStatement that the row is in. */
  readonly section: string;
  /** The account of the statement, for rows that name none. */
  readonly accountId: string;
  /** Order of day and month in dates with slashes, where the file has any. */
  readonly dateOrder?: DateOrder;
}

/** One row of a statement: an element with attributes. Reads them one by one and refuses what it cannot understand. */
export class FlexRow {
  readonly ordinal: number;
  readonly section: string;
  /** Line of the file, the first being 1. */
  readonly line: number;
  /** Name of the element. */
  readonly name: string;
  readonly findings: RowFinding[] = [];
  readonly #element: XmlElement;
  readonly #dateOrder: DateOrder | undefined;
  readonly #statementAccount: string;

  constructor(element: XmlElement, { ordinal, section, accountId, dateOrder }: RowPlace) {
    this.ordinal = ordinal;
    this.section = cut(section, NAME_MAX_CHARACTERS);
    this.line = element.line;
    this.name = cut(element.name, NAME_MAX_CHARACTERS);
    this.#element = element;
    this.#dateOrder = dateOrder;
    this.#statementAccount = accountId;
  }

  /** The account that the row belongs to. Rows of a consolidated statement name their own, summary rows none. */
  get account(): string {
    return this.label('accountId') ?? this.#statementAccount;
  }

  /** What is wrong with the element itself. */
  get fault(): string | undefined {
    return this.#element.fault;
  }

  /** Tells whether the export has the column, be it empty. */
  has(column: string): boolean {
    return this.#element.attributes[column] !== undefined;
  }

  /** Free text; undefined where nothing is known. */
  text(column: string): string | undefined {
    const text = this.#element.attributes[column]?.trim();
    if (text === undefined || (text.length <= NOTHING_MAX_CHARACTERS && NOTHING.has(text))) return undefined;
    return cut(text, TEXT_MAX_CHARACTERS);
  }

  /** Short text such as a name. */
  label(column: string): string | undefined {
    const text = this.text(column);
    return text === undefined ? undefined : cut(text, LABEL_MAX_CHARACTERS);
  }

  /** An id; undefined for the placeholder 0 and for what is too long to be one. */
  id(column: string): string | undefined {
    const text = this.text(column);
    return text === undefined || text === '0' || text.length > ID_MAX_CHARACTERS ? undefined : text;
  }

  /** The codes of `notes` and `code`, separated by semicolons or commas. */
  codes(column: string): ReadonlySet<string> {
    const text = this.text(column);
    return text === undefined ? NO_CODES : new Set(text.split(/[;,\s]+/).filter((code) => code !== ''));
  }

  decimal(column: string): Decimal | undefined {
    const text = this.text(column);
    if (text === undefined) return undefined;
    const decimal = toDecimal(text);
    if (decimal === undefined)
      throw new RowFault(`${column} was ${quoteCell(text)}, which is no number.`, column);
    return decimal;
  }

  /** A number that is not 0. */
  nonZero(column: string): Decimal | undefined {
    const decimal = this.decimal(column);
    return decimal === undefined || isZero(decimal) ? undefined : decimal;
  }

  neededDecimal(column: string): Decimal {
    return this.decimal(column) ?? this.#missing(column);
  }

  time(column: string): FlexTime | undefined {
    const text = this.text(column);
    if (text === undefined) return undefined;
    return this.#toTime(text, column);
  }

  /** A date and a time of two columns. */
  timeOf(dateColumn: string, timeColumn: string): FlexTime | undefined {
    const date = this.text(dateColumn);
    const time = this.text(timeColumn);
    if (date === undefined || time === undefined) return undefined;
    return this.#toTime(`${date} ${time}`, timeColumn);
  }

  date(column: string): CalendarDate | undefined {
    return this.time(column)?.date;
  }

  /** What the amounts of the row are counted in. */
  unit(column = 'currency'): Unit {
    const code = this.text(column) ?? this.#missing(column);
    const unit = findUnit(code);
    if (unit === undefined)
      throw new RowFault(`${column} was ${quoteCell(code)}, which is no currency.`, column);
    return unit;
  }

  /** The same for rows that may move units alone. */
  unitIfAny(): Unit | undefined {
    return this.text('currency') === undefined ? undefined : this.unit();
  }

  raw(): RawRow {
    return toRaw(this.#element.attributes);
  }

  toText(): string {
    return toRowText(this.name, this.#element.attributes);
  }

  note(finding: RowFinding): void {
    const isKnown = this.findings.some(
      ({ code, column }) => code === finding.code && column === finding.column,
    );
    if (!isKnown) this.findings.push(finding);
  }

  #toTime(text: string, column: string): FlexTime {
    const time = parseFlexTime(text, this.#dateOrder);
    if (time === undefined) throw dateFault(text, column, this.#dateOrder);
    if (time.isAmbiguous === true) this.note(ambiguousTime(text, column));
    return time;
  }

  #missing(column: string): never {
    throw new RowFault(
      `${column} is missing.`,
      column,
      `Add ${column} to the columns of ${this.section} in the Flex query and run it again.`,
    );
  }
}

function cut(text: string, characters: number): string {
  return text.length <= characters ? text : `${text.slice(0, characters - 1)}…`;
}

function dateFault(text: string, column: string, order: DateOrder | undefined): RowFault {
  if (order === undefined && tellDateOrder(text) === 'EITHER') {
    return new RowFault(
      `${column} was ${quoteCell(text)}, and nothing in the file tells whether the month or the day stands first.`,
      column,
      'Set the date format of the Flex query to yyyy-MM-dd or yyyyMMdd and run it again.',
    );
  }
  return new RowFault(`${column} was ${quoteCell(text)}, which is no date.`, column);
}

function ambiguousTime(text: string, column: string): RowFinding {
  return {
    code: 'AMBIGUOUS_TIME',
    message: `${column} was ${quoteCell(text)}, a time that the clocks show twice or never; only the date was kept.`,
    remedy: 'Look the time up in the Client Portal if the order within the day matters to you.',
    column,
  };
}
