import { findIn } from '../values/find-in.js';

/** A section that tells nothing new. */
export interface RepeatedSection {
  /** What its rows are. */
  readonly reason: string;
  /**
   * The sections that book what its rows tell; one of them has to be in the statement, or the rows are kept. Absent for
   * rows that tell neither of cash nor of positions.
   */
  readonly books?: readonly string[];
}

const VALUATION = { reason: 'valuation or performance figures' };
const ACCRUAL = { reason: 'accrual bookings' };
const LENDING = { reason: 'securities lent and borrowed: positions stay as they are' };
const OPEN_ITEM = { reason: 'not booked yet' };
const FUNDS = { reason: 'all bookings once more', books: ['Trades', 'CashTransactions'] };
const INTEREST = { reason: 'details of interest and fees', books: ['CashTransactions'] };

/** By the name of the section. What is in no table is not understood and kept. */
const SECTIONS: Readonly<Record<string, RepeatedSection>> = {
  ChangeInDividendAccruals: ACCRUAL,
  InterestAccruals: ACCRUAL,
  IncentiveCouponAccrualDetails: ACCRUAL,

  StatementOfFunds: FUNDS,
  StmtFunds: FUNDS,
  FxTransactions: {
    reason: 'bookings once more, as trades of their currency',
    books: ['Trades', 'CashTransactions', 'CorporateActions'],
  },
  FxPositions: { reason: 'cash as positions in its currency' },
  OptionEAE: { reason: 'exercises, assignments and expirations that are trades', books: ['Trades'] },
  UnbundledCommissionDetails: { reason: 'details of commissions', books: ['Trades'] },
  RoutingCommissions: { reason: 'details of commissions', books: ['Trades'] },
  TierInterestDetails: INTEREST,
  HardToBorrowDetails: INTEREST,
  HardToBorrowMarkupDetails: INTEREST,
  SLBFees: INTEREST,

  SLBActivities: LENDING,
  SLBOpenContracts: LENDING,
  SLBCollaterals: LENDING,

  PendingExcercises: OPEN_ITEM,
  PendingExercises: OPEN_ITEM,
  UnbookedTrades: OPEN_ITEM,
  UnsettledTransfers: OPEN_ITEM,
  DepositsOnHold: { reason: 'deposits that are not available yet' },

  ChangeInNAV: VALUATION,
  ChangeInPositionValues: VALUATION,
  ComplexPositions: VALUATION,
  EquitySummaryInBase: VALUATION,
  FIFOPerformanceSummaryInBase: VALUATION,
  FdicInsuredDepositsByBank: VALUATION,
  MTDYTDPerformanceSummary: VALUATION,
  MTMPerformanceSummaryInBase: VALUATION,
  NetStockPositionSummary: VALUATION,
  PriorPeriodPositions: VALUATION,
  SecuritiesInfo: { reason: 'descriptions of instruments' },
};

export function findRepeatedSection(section: string): RepeatedSection | undefined {
  return findIn(SECTIONS, section);
}
