import type { Problem } from '@bourse/core/interfaces';
import { derivePortfolio, type Ledger, type LedgerData } from '@bourse/portfolio';
import { isStored, type ImportedFile, type StoredFile } from './imported-file.js';

/** Problems that no file shows by itself, only all that is known of an account. */
const OF_ACCOUNTS: readonly string[] = ['HISTORY_INCOMPLETE', 'POSSIBLE_DUPLICATE'];

/** Adds to each imported file what the ledger now finds doubtful about its accounts. */
export function addAccountProblems(ledger: Ledger, files: readonly ImportedFile[]): ImportedFile[] {
  const accounts = files.flatMap((file) => (isStored(file) ? accountsOf(file) : []));
  if (accounts.length === 0) return [...files];
  const data = ledger.readAccounts(accounts);
  return files.map((file) =>
    isStored(file) ? { ...file, problems: [...file.problems, ...problemsOf(data, file)] } : file,
  );
}

function problemsOf(data: LedgerData, file: StoredFile): Problem[] {
  return accountsOf(file)
    .flatMap((account) => derivePortfolio(data, { account }).problems)
    .filter(({ code }) => OF_ACCOUNTS.includes(code));
}

function accountsOf({ institution, accountIds }: StoredFile): string[] {
  return accountIds.map((accountId) => `${institution}/${accountId}`);
}
