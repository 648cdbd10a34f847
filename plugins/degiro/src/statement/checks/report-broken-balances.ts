import type { Output } from '../records/output.js';
import type { BalanceFindings } from './balance-chain.js';

/** Reports, once for a file, that its running balances do not follow from its bookings. */
export function reportBrokenBalances({ steps, joined, broken }: BalanceFindings, output: Output): void {
  if (joined === steps) return;
  output.report(
    {
      code: 'BALANCE_MISMATCH',
      message: `Of ${steps} running balances ${joined} follow from the balance before and the amount of the row, ${steps - joined} do not; opening and closing balances are therefore unknown.`,
      remedy: 'Give the account statement as DEGIRO exports it, with all its rows in their order.',
    },
    broken,
    'balance',
  );
}
