import { DEFAULT_ACCOUNT_ID, type Money, type Period, type StatementPart } from '@bourse/sdk';
import { BalanceChain } from './checks/balance-chain.js';
import { InvalidIsins } from './checks/invalid-isins.js';
import { Reservations } from './checks/reservations.js';
import { RowOrder } from './checks/row-order.js';
import { Sweeps } from './checks/sweeps.js';
import { reportBrokenBalances } from './checks/report-broken-balances.js';
import { groupKeyOf, isGrouped, type GroupedKind } from './records/group-key.js';
import { OpenGroups, type OpenGroup } from './records/open-groups.js';
import { Output } from './records/output.js';
import { settleGroup } from './records/settle-group.js';
import { settleStandalone, toMovement, type StandaloneBooking } from './records/standalone.js';
import { sweepMoneyOf } from './records/sweep-money.js';
import { toAccountRow, type AccountRow } from './row/account-row.js';
import { toBooking, type Booking } from './row/booking.js';
import type { ColumnLayout } from './row/column-layout.js';
import type { LogicalRow } from './row/logical-rows.js';
import { NumberMarks } from './row/number-marks.js';
import { RowError } from './row/row-error.js';

/** Rows that are held back at most; see OpenGroups. */
const MAX_HELD_ROWS = 5_000;

const EMPTY_ROW = 'empty row';
const NO_AMOUNT = 'row without an amount';

/** The reading of one account statement, row by row. */
export class AccountReading {
  readonly #layout: ColumnLayout;
  readonly #output: Output;
  readonly #marks = new NumberMarks();
  readonly #groups = new OpenGroups(MAX_HELD_ROWS);
  readonly #chain = new BalanceChain();
  readonly #order = new RowOrder();
  readonly #isins = new InvalidIsins();
  readonly #sweeps = new Sweeps();
  readonly #reservations = new Reservations();
  #rowsTotal = 0;
  #period: Period | undefined;

  constructor(layout: ColumnLayout) {
    this.#layout = layout;
    this.#output = new Output(layout);
  }

  /** Reads a row. One that cannot be read takes no other with it. */
  add(row: LogicalRow): void {
    this.#rowsTotal = row.ordinal;
    if (row.cells.every((cell) => cell.trim() === '')) {
      this.#output.parts.ignore(EMPTY_ROW, [row.ordinal]);
      return;
    }
    try {
      this.#read(toAccountRow(row, this.#layout, this.#marks));
    } catch (error) {
      if (!(error instanceof RowError)) throw error;
      this.#output.reject(row, error);
    }
  }

  /** What is ready to be handed out. */
  drain(): Generator<StatementPart> {
    return this.#output.parts.drain();
  }

  /** Settles what waited for further rows, and what only the whole file tells. */
  *finish(): Generator<StatementPart> {
    for (const group of this.#groups.close()) {
      this.#settleGroup(group);
      yield* this.drain();
    }
    this.#sweeps.report(this.#output);
    this.#reservations.report(this.#output);
    this.#isins.report(this.#output);
    const period = this.#period;
    if (period !== undefined) this.#addAccount(period);
    yield* this.#output.parts.finish({
      ...(period === undefined ? {} : { period }),
      rowsTotal: this.#rowsTotal,
    });
  }

  #read(row: AccountRow): void {
    this.#period = extended(this.#period, row.date);
    this.#isins.add(row);
    this.#order.add(row);
    if (row.instant === undefined) this.#reportAmbiguousTime(row);
    const booking = toBooking(row);
    const money = booking !== undefined && isSweep(booking) ? sweepMoneyOf(booking) : row.money;
    this.#chain.add(row, row.balance, money);
    if (booking === undefined) this.#output.unclassified(row, 'The description is not known.');
    else this.#settle(booking, money);
  }

  #settle(booking: Booking, money: Money | undefined): void {
    if (booking.as === 'TRADE' || booking.as === 'ACTION') this.#hold(booking);
    else if (money === undefined) this.#output.parts.ignore(NO_AMOUNT, [booking.row.ordinal]);
    else if (isSweep(booking)) this.#sweeps.add({ ...booking.row, money }, this.#output);
    else if (isGrouped(booking)) this.#hold(booking);
    else this.#settleAlone(booking);
  }

  #hold(booking: Booking<GroupedKind>): void {
    for (const group of this.#groups.add(groupKeyOf(booking).join(' | '), booking)) this.#settleGroup(group);
  }

  #settleGroup({ bookings }: OpenGroup): void {
    settleGroup(this.#order.newestFirst(bookings), this.#output);
  }

  #settleAlone(booking: StandaloneBooking | Booking<'RESERVATION' | 'NOTHING'>): void {
    if (booking.as === 'NOTHING') {
      this.#output.unclassified(booking.row, 'The row says that nothing was paid, but books an amount.');
    } else if (booking.as === 'RESERVATION') {
      this.#output.parts.add('cashMovements', toMovement(booking.row, 'RESERVATION', this.#output));
      this.#reservations.add(booking);
    } else {
      settleStandalone(booking, this.#output);
    }
  }

  #reportAmbiguousTime(row: AccountRow): void {
    this.#output.report(
      {
        code: 'AMBIGUOUS_TIME',
        message: `Row ${row.ordinal}: on ${row.date} the clocks in Amsterdam show ${row.printedTime} twice or never; only the date was kept.`,
      },
      [row],
      'time',
    );
  }

  /** The file names no account. Its balances are known where each of them follows from the one before. */
  #addAccount(period: Period): void {
    const { opening, closing, ...findings } = this.#chain.findings();
    reportBrokenBalances(findings, this.#output);
    this.#output.parts.add('accounts', {
      id: DEFAULT_ACCOUNT_ID,
      period,
      ...(opening === undefined ? {} : { openingCash: [...opening] }),
      ...(closing === undefined ? {} : { cash: [...closing] }),
    });
  }
}

function isSweep(booking: Booking): booking is Booking<'SWEEP' | 'SWEEP_MIRROR'> {
  return booking.as === 'SWEEP' || booking.as === 'SWEEP_MIRROR';
}

function extended(period: Period | undefined, date: string): Period {
  if (period === undefined) return { from: date, to: date };
  if (date < period.from) return { from: date, to: period.to };
  return date > period.to ? { from: period.from, to: date } : period;
}
