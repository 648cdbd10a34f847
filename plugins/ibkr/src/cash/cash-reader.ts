import { quoteCell, type CashMovementType, type ChargeKind, type DividendKind } from '@bourse/sdk';
import type { FlexRow } from '../row/flex-row.js';
import { RowFault } from '../row/row-fault.js';
import type { Booking } from '../statement/booking.js';
import type { FlexOutput } from '../statement/flex-output.js';
import { LevelChoice } from '../statement/level-choice.js';
import type { SectionReader } from '../statement/section-reader.js';
import { isSummary } from '../statement/summary-level.js';
import { isNegative } from '../values/amounts.js';
import { toCashRow, type CashRow } from './cash-row.js';
import { findCashNature, type CashNature } from './cash-types.js';
import { toFeeKind } from './fee-kinds.js';
import { IncomeRows } from './income-rows.js';
import { toDividend, type DeductionRow } from './to-dividend.js';
import { toFee, toMovement } from './to-movement.js';

/** Interest that a buyer pays to the seller of a bond, and no income of the bond. */
const ACCRUED_INTEREST = /\bACCRUED INT/i;

/** The section CashTransactions. Rows of the level SUMMARY add up those of the level DETAIL. */
export class CashReader implements SectionReader {
  readonly #output: FlexOutput;
  readonly #levels: LevelChoice;
  readonly #income = new IncomeRows();

  constructor(output: FlexOutput) {
    this.#output = output;
    this.#levels = new LevelChoice({
      read: (row) => this.#read(row),
      ignore: (rows) => output.ignoreRows('summary of cash transactions', rows),
    });
  }

  read(row: FlexRow): void {
    if (isSummary(row)) this.#levels.second(row);
    else this.#levels.first(row);
  }

  finish(): void {
    this.#levels.finish();
    this.#output.bookLater(settle(this.#income));
  }

  #read(row: FlexRow): void {
    const type = row.text('type');
    const nature = type === undefined ? undefined : findCashNature(type);
    if (nature === undefined) this.#output.keep(row, `the type ${quoteCell(type ?? '')} is unknown`);
    else this.#output.attempt(row, () => this.#take(toCashRow(row), nature));
  }

  #take(cash: CashRow, nature: CashNature): void {
    switch (nature.is) {
      case 'DEPOSIT':
        this.#move(cash, isIncoming(cash) ? 'DEPOSIT' : 'WITHDRAWAL');
        break;
      case 'MOVEMENT':
        this.#move(cash, nature.type);
        break;
      case 'INTEREST':
        this.#move(cash, toInterestType(cash));
        break;
      case 'INCOME':
        this.#takeIncome(cash, nature.kind === 'CASH' ? (cash.told.kind ?? 'CASH') : nature.kind);
        break;
      case 'BOND_INTEREST':
        if (cash.instrument === undefined || ACCRUED_INTEREST.test(cash.description))
          this.#move(cash, nature.type ?? toInterestType(cash));
        else this.#takeIncome(cash, 'INTEREST');
        break;
      case 'TAX':
        this.#takeDeduction(cash, nature);
        break;
      case 'FEE':
        this.#takeFee(cash, nature.kind ?? toFeeKind(cash.description));
        break;
    }
  }

  #move(cash: CashRow, type: CashMovementType): void {
    this.#output.book({ cashMovements: [toMovement(cash, type)] });
  }

  #takeIncome(cash: CashRow, kind: DividendKind): void {
    const { instrument } = cash;
    if (instrument === undefined)
      throw new RowFault(
        'The income names no instrument.',
        'conid',
        'Add Conid and Symbol to the columns of CashTransactions in the Flex query and run it again.',
      );
    this.#income.addGross({ cash, instrument, kind });
  }

  /** Fees for a dividend are deductions from it; others, such as those for borrowed shares, are not. */
  #takeFee(cash: CashRow, kind: ChargeKind): void {
    if (kind === 'ADR') this.#takeDeduction(cash, { is: 'FEE', kind });
    else this.#output.book({ fees: [toFee(cash, kind)] });
  }

  /** Deductions without instrument, such as tax on interest, belong to no income of the section. */
  #takeDeduction(cash: CashRow, nature: DeductionRow['nature']): void {
    const { instrument } = cash;
    if (instrument === undefined) this.#output.book(toAlone({ cash, nature }));
    else this.#income.addDeduction({ cash, instrument, nature });
  }
}

/** One by one, since the records of a whole section take more memory than its rows. */
function* settle(income: IncomeRows): Generator<Booking> {
  const { incomes, alone } = income.settle();
  for (const each of incomes) yield { dividends: [toDividend(each)] };
  for (const deduction of alone) yield toAlone(deduction);
}

function toAlone({ cash, nature }: Pick<DeductionRow, 'cash' | 'nature'>): Booking {
  return nature.is === 'TAX'
    ? { cashMovements: [toMovement(cash, 'TAX')] }
    : { fees: [toFee(cash, nature.kind)] };
}

function toInterestType(cash: CashRow): CashMovementType {
  return isIncoming(cash) ? 'INTEREST_RECEIVED' : 'INTEREST_PAID';
}

/** Whether the row brings cash, or takes back one that brought it. */
function isIncoming({ money, isReversal }: CashRow): boolean {
  return isNegative(money.amount) === isReversal;
}
