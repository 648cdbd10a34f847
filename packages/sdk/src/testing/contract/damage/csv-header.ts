import { findHeader, headerOfFirstLine, type CsvHeader } from '../../../csv/find-header.js';
import type { StatementFixture } from '../broker-contract.js';
import type { Subject } from '../subject.js';

/** The header of a fixture, which a signature of its format names; its first line where none does. */
export function headerOf({ manifest }: Subject, { format }: StatementFixture, text: string): CsvHeader {
  const signatures = (manifest.statements ?? []).filter((signature) => signature.format === format);
  const found = signatures.flatMap(({ headerTokens }) => findHeader(text, headerTokens) ?? []);
  return found[0] ?? headerOfFirstLine(text);
}
