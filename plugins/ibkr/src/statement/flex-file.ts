import type { Instant, LastPart, Period } from '@bourse/sdk';
import { FlexRow } from '../row/flex-row.js';
import { TradeIndex } from '../trades/trade-index.js';
import type { XmlElement, XmlFault, XmlHandler } from '../xml/xml-element.js';
import { DateOrderGuess } from './date-order-guess.js';
import type { FlexOutput } from './flex-output.js';
import { FlexStatement } from './flex-statement.js';
import { notFlex } from './not-flex.js';
import { readStatementHead } from './statement-head.js';

const ROOT = 'FlexQueryResponse';

/** Depth of FlexStatement, below FlexQueryResponse and FlexStatements. Its sections are one deeper. */
const STATEMENT_DEPTH = 3;

/** After so many faults outside of rows a document is no document. */
const FAULTS_MAX = 100;

/** So much is held back at most until the order of day and month is known. */
const WAITING_MAX = 10_000;

const EXPORT_AGAIN = 'Run the Flex query again and download its statement as XML.';

/** A Flex document: takes its elements, counts its rows and gives them to its statements. */
export class FlexFile implements XmlHandler {
  readonly #output: FlexOutput;
  readonly #dates = new DateOrderGuess();
  readonly #trades = new TradeIndex();
  /** What waits for the order of day and month, in document order. */
  #waiting: (() => void)[] = [];
  #statement: FlexStatement | undefined;
  #section = '';
  #accountId = '';
  #rows = 0;
  #statements = 0;
  #announced: string | undefined;
  #faults = 0;
  #hasRoot = false;
  #period: Period | undefined;
  #generatedAt: Instant | undefined;

  constructor(output: FlexOutput) {
    this.#output = output;
  }

  /** Whether the file has shown to be a Flex document. */
  get hasRoot(): boolean {
    return this.#hasRoot;
  }

  /** Whether the file is too broken to go on. */
  get hasGivenUp(): boolean {
    return this.#faults > FAULTS_MAX;
  }

  start(element: XmlElement): void {
    if (element.depth === 1) this.#beginRoot(element);
    else if (element.depth === 2) this.#announced = element.attributes['count'] ?? this.#announced;
    else if (element.depth === STATEMENT_DEPTH) this.#beginStatement(element);
    else if (element.depth === STATEMENT_DEPTH + 1) this.#beginSection(element.name);
  }

  leaf(element: XmlElement): void {
    if (element.depth === STATEMENT_DEPTH) this.#endStatement();
    else if (element.depth > STATEMENT_DEPTH) this.#take(element);
  }

  end(element: XmlElement): void {
    if (element.depth === STATEMENT_DEPTH) this.#endStatement();
    else if (element.depth > STATEMENT_DEPTH && hasAttributes(element)) this.#reportContainer(element);
  }

  fault({ line, message }: XmlFault): void {
    this.#faults += 1;
    if (!this.#hasRoot || this.#faults > FAULTS_MAX + 1) return;
    this.#output.problem({
      code: 'ROW_MALFORMED',
      message: this.hasGivenUp
        ? `The file has more than ${FAULTS_MAX} faults; the rest of it was not read.`
        : `The file is no whole XML document: ${message}. What could be read was read.`,
      remedy: EXPORT_AGAIN,
      place: { lines: [line] },
    });
  }

  /** To be called after the last element. */
  finish(): LastPart {
    this.#dates.giveUp();
    this.#flush();
    if (this.#statements === 0 || (this.#announced ?? String(this.#statements)) !== String(this.#statements))
      this.#reportCount();
    return {
      rowsTotal: this.#rows,
      ...(this.#period === undefined ? {} : { period: this.#period }),
      ...(this.#generatedAt === undefined ? {} : { generatedAt: this.#generatedAt }),
    };
  }

  #beginRoot({ name, attributes, line }: XmlElement): void {
    if (this.#hasRoot) {
      this.fault({ line, message: 'another document begins behind its end' });
      return;
    }
    if (name === 'FlexStatementResponse')
      throw notFlex('The file is an answer of the Flex web service that holds no statement.');
    if (name !== ROOT) throw notFlex(`The file is a ${name}, no ${ROOT}.`);
    if (attributes['type'] === 'TCF')
      throw notFlex('The file holds trade confirmations, not an activity statement.');
    this.#hasRoot = true;
  }

  #beginStatement(element: XmlElement): void {
    this.#statements += 1;
    const number = this.#statements;
    this.#dates.observeStatement(element.attributes);
    this.#inOrder(() => {
      this.#output.beginStatement(number);
      const place = { ordinal: 0, section: element.name, accountId: '', ...this.#dateOrder() };
      const { head, doubts } = readStatementHead(new FlexRow(element, place));
      for (const { message, remedy, column } of doubts)
        this.#output.problem({
          code: 'ROW_MALFORMED',
          message,
          remedy,
          place: { lines: [element.line], path: element.name, ...(column === undefined ? {} : { column }) },
        });
      this.#accountId = head.accountId;
      this.#period = joinPeriods(this.#period, head.period);
      this.#generatedAt = later(this.#generatedAt, head.generatedAt);
      this.#statement = new FlexStatement(this.#output, this.#trades, head);
    });
  }

  #endStatement(): void {
    this.#inOrder(() => {
      this.#statement?.finish();
      this.#statement = undefined;
    });
  }

  #beginSection(name: string): void {
    this.#section = name;
    this.#inOrder(() => this.#statement?.beginSection(name));
  }

  #take(element: XmlElement): void {
    if (element.fault === undefined && !hasAttributes(element)) return;
    this.#rows += 1;
    const ordinal = this.#rows;
    const section = element.depth === STATEMENT_DEPTH + 1 ? element.name : this.#section;
    this.#dates.observe(element.attributes);
    this.#inOrder(() => {
      const place = { ordinal, section, accountId: this.#accountId, ...this.#dateOrder() };
      this.#statement?.read(new FlexRow(element, place));
    });
  }

  /** Does something now, or once the order of day and month is known, after all that came before. */
  #inOrder(action: () => void): void {
    if (this.#waiting.length >= WAITING_MAX) this.#dates.giveUp();
    if (!this.#dates.isWaiting) this.#flush();
    if (this.#dates.isWaiting) this.#waiting.push(action);
    else action();
  }

  #flush(): void {
    const actions = this.#waiting;
    this.#waiting = [];
    for (const action of actions) action();
  }

  #dateOrder(): { dateOrder?: 'MDY' | 'DMY' } {
    return this.#dates.order === undefined ? {} : { dateOrder: this.#dates.order };
  }

  #reportContainer({ name, line }: XmlElement): void {
    this.#output.problem({
      code: 'ROW_MALFORMED',
      message: `${name} has attributes, but holds other elements; its attributes were not read.`,
      remedy: EXPORT_AGAIN,
      place: { lines: [line], path: name },
    });
  }

  #reportCount(): void {
    const announced = this.#announced ?? 'no count of';
    this.#output.problem({
      code: 'ROW_MALFORMED',
      message: `The file announces ${announced} statements, but holds ${this.#statements}.`,
      remedy: EXPORT_AGAIN,
      place: { path: `${ROOT}/FlexStatements`, column: 'count' },
    });
  }
}

function hasAttributes({ attributes }: XmlElement): boolean {
  for (const _ in attributes) return true;
  return false;
}

function joinPeriods(left: Period | undefined, right: Period | undefined): Period | undefined {
  if (left === undefined || right === undefined) return left ?? right;
  return {
    from: left.from < right.from ? left.from : right.from,
    to: left.to > right.to ? left.to : right.to,
  };
}

function later(left: Instant | undefined, right: Instant | undefined): Instant | undefined {
  if (left === undefined || right === undefined) return left ?? right;
  return left > right ? left : right;
}
