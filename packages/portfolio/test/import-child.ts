// Imports statements into a ledger in a process of its own, and ends itself in front of one of its database statements.
import { readFileSync } from 'node:fs';
import { openLedger } from '../src/index.js';
import type { ImportJob } from './import-process.js';

/** Records in one batch. */
const BATCH = 10;

const job: ImportJob = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'));

let statements = 0;
const beforeStatement = (): void => {
  statements += 1;
  if (statements === job.endAt) process.kill(process.pid, 'SIGKILL');
};

const ledger = openLedger(job.ledger, { beforeStatement });
for (const { origin, statement } of job.imports) {
  const { transactions, generatedAt: _, period: __, rowsTotal, ...others } = statement;
  const session = ledger.beginImport(origin);
  for (let first = 0; first < transactions.length; first += BATCH)
    session.add({ transactions: transactions.slice(first, first + BATCH) });
  session.add(others);
  session.commit({ rowsTotal, problems: [] });
}
ledger.close();
process.stdout.write(String(statements));
