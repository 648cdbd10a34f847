import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assembleStatement, type AccountNames } from '@bourse/core';
import type { SourceChannel, Statement, StatementPart } from '@bourse/core/interfaces';
import {
  derivePortfolio,
  openLedger,
  type ImportOrigin,
  type ImportReport,
  type Ledger,
  type LedgerData,
  type Portfolio,
  type PositionOptions,
  type PositionView,
} from '../src/index.js';

/** What a test says of a file of the invented broker. */
export interface AcmeFile extends Omit<StatementPart, 'rowsTotal'> {
  readonly name?: string;
  readonly channel?: SourceChannel;
  readonly accountName?: string;
  /** Default: Acme. */
  readonly institution?: string;
  readonly pluginDigest?: string;
}

/** An empty folder that goes when the test ends. */
export class TestFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'bourse-portfolio-'));

  get ledger(): string {
    return join(this.path, 'ledger.db');
  }

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** Reads a file of Acme as the host does. */
export async function readFile(
  file: AcmeFile,
  names: Omit<AccountNames, 'institution'> = {},
): Promise<Statement> {
  const {
    name = 'acme.csv',
    channel = 'STATEMENT',
    accountName,
    institution = 'Acme',
    pluginDigest: _,
    ...part
  } = file;
  return assembleStatement(once({ ...part, rowsTotal: 0 }), {
    provenance: {
      institution,
      channel,
      ...names,
      ...(accountName === undefined ? {} : { defaultAccount: accountName }),
    },
    format: 'acme-csv',
    file: name,
  });
}

async function* once(part: object): AsyncGenerator<object> {
  yield part;
}

export function originOf(file: AcmeFile): ImportOrigin {
  const {
    name = 'acme.csv',
    channel = 'STATEMENT',
    accountName,
    institution = 'Acme',
    pluginDigest = 'digest-1',
    ...part
  } = file;
  const bytes = JSON.stringify(part);
  return {
    file: { name, sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length },
    format: 'acme-csv',
    plugin: { id: 'acme', version: '1.0.0', digest: pluginDigest },
    institution,
    channel,
    ...(accountName === undefined ? {} : { accountName }),
  };
}

/** Reads and imports a file of Acme. */
export async function importFile(
  ledger: Ledger,
  file: AcmeFile,
  names: AccountNames = {},
): Promise<ImportReport> {
  const { generatedAt, period, rowsTotal, ...lists } = await readFile(file, names);
  using session = ledger.beginImport(originOf(file));
  session.add(lists);
  return session.commit({
    rowsTotal,
    problems: [],
    ...(generatedAt === undefined ? {} : { generatedAt }),
    ...(period === undefined ? {} : { period }),
  });
}

/** A ledger that holds these files. */
export async function ledgerOf(folder: TestFolder, ...files: readonly AcmeFile[]): Promise<Ledger> {
  const ledger = openLedger(folder.ledger);
  for (const file of files) await importFile(ledger, file);
  return ledger;
}

/** The portfolio of a ledger that holds these files. */
export async function portfolioOf(
  files: AcmeFile | readonly AcmeFile[],
  options: PositionOptions = {},
): Promise<Portfolio> {
  using folder = new TestFolder();
  using ledger = await ledgerOf(folder, ...[files].flat());
  return derivePortfolio(ledger.read(), options);
}

/** The positions of one account by symbol. */
export async function positionsOf(
  file: AcmeFile,
  options: PositionOptions = {},
): Promise<Record<string, PositionView>> {
  const { positions } = await portfolioOf(file, options);
  return Object.fromEntries(positions.map((view) => [view.instrument.symbol, view]));
}

/** One state of a ledger that holds these files. */
export async function dataOf(...files: readonly AcmeFile[]): Promise<LedgerData> {
  using folder = new TestFolder();
  using ledger = await ledgerOf(folder, ...files);
  return ledger.read();
}
