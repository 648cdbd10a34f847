import { expect } from '@jest/globals';
import { openLedger, type Ledger } from '../src/index.js';
import { originOf, readFile, TestFolder, type AcmeFile } from './acme.js';
import { buy, cashMovement, stock } from './drafts.js';
import { dumpOf } from './dump.js';
import { runImport, type ImportJob } from './import-process.js';

/** Two exports that overlap: the second one knows half of the first. */
export async function overlappingImports(records: number): Promise<ImportJob['imports']> {
  const trades = Array.from({ length: records }, (_, index) =>
    buy(stock(index % 2 === 0 ? 'AAA' : 'BBB'), {
      quantity: String((index % 7) + 1),
      price: '10',
      tradeDate: `2024-01-${String((index % 28) + 1).padStart(2, '0')}`,
      source: { section: 'rows', recordId: String(index), rows: [index + 1] },
    }),
  );
  const half = Math.floor(records / 2);
  const deposit = cashMovement({
    type: 'DEPOSIT',
    money: { amount: '1', currency: 'EUR' },
    date: '2024-01-01',
  });
  const files: AcmeFile[] = [
    { transactions: trades.slice(0, half), cashMovements: [deposit] },
    { transactions: trades.slice(half / 2), cashMovements: [deposit] },
  ];
  return Promise.all(
    files.map(async (file) => ({ origin: originOf(file), statement: await readFile(file) })),
  );
}

/** The ledger after each of the imports, uninterrupted; the first one is the empty ledger. */
export function statesOf(imports: ImportJob['imports']): string[][] {
  using folder = new TestFolder();
  using ledger = openLedger(folder.ledger);
  const states = [stateOf(ledger)];
  for (const each of imports) {
    importAll(ledger, [each]);
    states.push(stateOf(ledger));
  }
  return states;
}

/** What a ledger holds, and the imports that it knows of. */
export function stateOf(ledger: Ledger): string[] {
  const imports = ledger.listImports().map(({ importedAt: _, ...entry }) => JSON.stringify(entry));
  return [...dumpOf(ledger), ...imports];
}

function importAll(ledger: Ledger, imports: ImportJob['imports']): void {
  for (const { origin, statement } of imports) {
    const { rowsTotal, period: _, generatedAt: __, ...lists } = statement;
    using session = ledger.beginImport(origin);
    session.add(lists);
    session.commit({ rowsTotal, problems: [] });
  }
}

/** How many database statements the imports take when nobody ends them. */
export async function countStatements(imports: ImportJob['imports']): Promise<number> {
  using folder = new TestFolder();
  return (await runImport(folder, { ledger: folder.ledger, imports })).statements;
}

/** Ends an import in front of a statement: the ledger is as before or after one of the imports, and whole after importing again. */
export async function expectWholeAfterCrash(
  imports: ImportJob['imports'],
  endAt: number,
  states: string[][],
): Promise<void> {
  using folder = new TestFolder();
  expect(await runImport(folder, { ledger: folder.ledger, imports, endAt })).toMatchObject({ killed: true });
  using interrupted = openLedger(folder.ledger);
  expect(states).toContainEqual(stateOf(interrupted));
  importAll(interrupted, imports);
  expect(stateOf(interrupted)).toEqual(states.at(-1));
}
