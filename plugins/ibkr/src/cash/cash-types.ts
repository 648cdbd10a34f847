import type { CashMovementType, ChargeKind, DividendKind } from '@bourse/sdk';
import { findIn } from '../values/find-in.js';

/** What a cash transaction is. */
export type CashNature =
  | { readonly is: 'INCOME'; readonly kind: DividendKind }
  /** Without type where the sign tells. */
  | { readonly is: 'BOND_INTEREST'; readonly type?: CashMovementType }
  | { readonly is: 'TAX'; readonly country?: string }
  /** Without kind where the description tells it. */
  | { readonly is: 'FEE'; readonly kind?: ChargeKind }
  | { readonly is: 'MOVEMENT'; readonly type: CashMovementType }
  /** By its sign a deposit or a withdrawal, interest received or paid. */
  | { readonly is: 'DEPOSIT' | 'INTEREST' };

/**
 * By `type`, in small letters without anything else: exports write "Deposits/Withdrawals" and "Deposits & Withdrawals".
 * Some are named as their sum is in the cash report.
 */
const NATURES: Readonly<Record<string, CashNature>> = {
  depositswithdrawals: { is: 'DEPOSIT' },
  depositsandwithdrawals: { is: 'DEPOSIT' },
  deposits: { is: 'DEPOSIT' },
  withdrawals: { is: 'DEPOSIT' },
  debitcardactivity: { is: 'DEPOSIT' },
  billpay: { is: 'DEPOSIT' },
  dividend: { is: 'INCOME', kind: 'CASH' },
  dividends: { is: 'INCOME', kind: 'CASH' },
  paymentinlieu: { is: 'INCOME', kind: 'IN_LIEU' },
  paymentinlieuofdividend: { is: 'INCOME', kind: 'IN_LIEU' },
  paymentinlieuofdividends: { is: 'INCOME', kind: 'IN_LIEU' },
  bondinterest: { is: 'BOND_INTEREST' },
  bondinterestpaid: { is: 'BOND_INTEREST', type: 'INTEREST_PAID' },
  bondinterestreceived: { is: 'BOND_INTEREST', type: 'INTEREST_RECEIVED' },
  withholdingtax: { is: 'TAX' },
  // Section 871(m) of the US tax code: tax on amounts that stand in for US dividends.
  mwithholding: { is: 'TAX', country: 'US' },
  brokerinterest: { is: 'INTEREST' },
  insureddepositinterest: { is: 'INTEREST' },
  brokerinterestpaid: { is: 'MOVEMENT', type: 'INTEREST_PAID' },
  brokerinterestreceived: { is: 'MOVEMENT', type: 'INTEREST_RECEIVED' },
  fees: { is: 'FEE' },
  otherfees: { is: 'FEE' },
  brokerfees: { is: 'FEE' },
  advisorfees: { is: 'FEE', kind: 'ADVISORY' },
  clientfees: { is: 'FEE', kind: 'ADVISORY' },
  commissionadjustments: { is: 'FEE', kind: 'COMMISSION' },
  salestax: { is: 'FEE', kind: 'SALES_TAX' },
  transactiontax: { is: 'FEE', kind: 'TRANSACTION_TAX' },
  cashsettlingmtm: { is: 'MOVEMENT', type: 'VARIATION_MARGIN' },
  realizedvm: { is: 'MOVEMENT', type: 'VARIATION_MARGIN' },
  priceadjustments: { is: 'MOVEMENT', type: 'CORRECTION' },
  otherincome: { is: 'MOVEMENT', type: 'COMPENSATION' },
};

/** The nature of a cash transaction; undefined for a type that is not known. */
export function findCashNature(type: string): CashNature | undefined {
  return findIn(NATURES, type.toLowerCase().replace(/[^a-z]/g, ''));
}
