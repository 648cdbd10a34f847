import type { Problem } from '@bourse/core/interfaces';
import { derivePortfolio, type Ledger, type LedgerData } from '@bourse/portfolio';
import { isStored, type ImportedFile } from './imported-file.js';

/** Problems that no file shows by itself, only all that is known of an account. */
const OF_ACCOUNTS: readonly string[] = ['HISTORY_INCOMPLETE', 'POSSIBLE_DUPLICATE'];

/** Adds to each imported file what the ledger now finds doubtful about its accounts. */
export function addAccountProblems(ledger: Ledger, files: readonly ImportedFile[]): ImportedFile[] {
  if (!files.some(isStored)) return [...files];
  const data = ledger.read();
  return files.map((file) =>
    isStored(file) ? { ...file, problems: [...file.problems, ...problemsOf(data, file)] } : file,
  );
}

function problemsOf(
  data: LedgerData,
  { institution, accountIds }: { institution: string; accountIds: readonly string[] },
): Problem[] {
  return accountIds
    .flatMap((accountId) => derivePortfolio(data, { account: `${institution}/${accountId}` }).problems)
    .filter(({ code }) => OF_ACCOUNTS.includes(code));
}
