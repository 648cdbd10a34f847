import {
  isProblemCode,
  StatementPartSchema,
  type ProblemCode,
  type Statement,
} from '@bourse/core/interfaces';
import { z } from 'zod';
import type { BrokerPlugin, MockHost } from '../mock-host.js';
import type { StatementInput } from '../statement-input.js';
import type { StatementFixture } from './broker-contract.js';
import type { Subject } from './subject.js';
import { tellError } from './tell-error.js';
import { ContractViolation, demand } from './violation.js';

/** What came of reading a file: a statement, or the problem for which it was refused. */
export type Outcome = { readonly statement: Statement } | { readonly refusal: ProblemCode };

/** How a file is read in a case. */
export interface CaseReading {
  readonly fixture: StatementFixture;
  /** The fixture's own bytes where it is not given. */
  readonly input?: StatementInput;
  readonly chunkSize?: number;
  readonly plugin?: BrokerPlugin;
}

/**
 * Reads a file that may be damaged.
 *
 * @throws ContractViolation where a part breaks the contract, and for errors that are no problems.
 */
export function readOutcome(subject: Subject, reading: CaseReading): Promise<Outcome> {
  return subject.withHost((host) => readWith(host, subject, reading), reading.plugin);
}

/** The statement of a file that has to be read. */
export async function readWhole(subject: Subject, reading: CaseReading): Promise<Statement> {
  const outcome = await readOutcome(subject, reading);
  demand(
    'statement' in outcome,
    `${reading.fixture.file} was refused with ${'refusal' in outcome && outcome.refusal}`,
  );
  return outcome.statement;
}

async function readWith(
  host: MockHost,
  subject: Subject,
  { fixture, input, chunkSize }: CaseReading,
): Promise<Outcome> {
  const { format, file: name } = fixture;
  const content = input ?? subject.readFixture(fixture);
  const options = chunkSize === undefined ? { name } : { name, chunkSize };
  try {
    const parts = await Array.fromAsync(host.readParts(format, content, options));
    parts.forEach((part, index) => demandPart(part, `part ${index + 1} of ${name}`));
    return { statement: await host.assemble(format, parts, name) };
  } catch (error) {
    return { refusal: codeOf(error, name) };
  }
}

function demandPart(part: unknown, where: string): void {
  const checked = StatementPartSchema.safeParse(part);
  demand(checked.success, `${where} breaks the contract: ${checked.error && z.prettifyError(checked.error)}`);
}

/** The code of a refusal; whatever else a plugin throws is a violation, which Jest shows with its stack. */
export function codeOf(error: unknown, where: string, expected = 'a problem of the plugin'): ProblemCode {
  if (error instanceof ContractViolation) throw error;
  const code: unknown =
    typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  const isOwn = isProblemCode(code) && code !== 'MALFORMED_RESPONSE';
  if (isOwn) return code;
  throw new ContractViolation(`${where}: expected ${expected}, given ${tellError(error)}`, { cause: error });
}

/** Tells whether the reading said that something is wrong. */
export function isReported(outcome: Outcome): boolean {
  return 'refusal' in outcome || outcome.statement.problems.length > 0;
}

/** Every row of the statement is in a record or set aside. */
export function demandRowsAccounted({ problems }: Statement, where: string): void {
  const lost = problems.find(({ code }) => code === 'ROWS_UNACCOUNTED');
  demand(lost === undefined, `${where}: ${lost?.message}`);
}
