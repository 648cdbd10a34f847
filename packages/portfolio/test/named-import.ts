import type { ImportReport, Ledger } from '../src/index.js';
import { originOf, readFile, type AcmeFile } from './acme.js';

/** Imports a file of Acme as the command does: where its name for the account turns out to mean a reported one, it goes there. */
export async function importAsCommand(ledger: Ledger, file: AcmeFile): Promise<ImportReport> {
  const names = ledger.findAccountNames('Acme');
  const { rowsTotal, generatedAt: _, period: __, ...lists } = await readFile(file, names);
  using session = ledger.beginImport(originOf(file));
  session.add(lists);
  const reportedAccount = session.findReportedAccount();
  if (reportedAccount === undefined) return session.commit({ rowsTotal, problems: [] });
  const { accountName: ___, ...unnamed } = file;
  const again = await readFile(unnamed, { ...names, defaultAccount: reportedAccount });
  using second = ledger.beginImport({ ...originOf(file), reportedAccount });
  const { rowsTotal: rows, generatedAt: ____, period: _____, ...records } = again;
  second.add(records);
  return second.commit({ rowsTotal: rows, problems: [] });
}
