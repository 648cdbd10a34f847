import type { Statement } from '../interfaces/index.js';
import type { Provenance } from '../records/record-stamper.js';
import { collectStatement } from './collect-statement.js';
import { StatementAssembler } from './statement-assembler.js';

/** What is known of a file before it is read. */
export interface StatementOrigin {
  readonly provenance: Provenance;
  readonly format: string;
  /** The name of the file, for the places of problems. */
  readonly file?: string;
}

/** Reads a whole statement into memory, from the parts that a plugin yields. */
export function assembleStatement(
  parts: AsyncIterable<unknown>,
  { provenance, format, file }: StatementOrigin,
): Promise<Statement> {
  const assembler = new StatementAssembler(file === undefined ? { provenance } : { provenance, file });
  return collectStatement(format, canonical(parts, assembler), () => assembler.finish());
}

async function* canonical(parts: AsyncIterable<unknown>, assembler: StatementAssembler) {
  for await (const part of parts) yield assembler.add(part);
}
