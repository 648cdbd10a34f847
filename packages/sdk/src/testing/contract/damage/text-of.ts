import { decodeText } from '../../../text/decode-text.js';
import { inChunks } from '../../statement-input.js';
import type { StatementFixture } from '../broker-contract.js';
import type { Subject } from '../subject.js';

/** The text of a fixture. */
export async function textOf(subject: Subject, fixture: StatementFixture): Promise<string> {
  return (await Array.fromAsync(decodeText(inChunks(subject.readFixture(fixture))))).join('');
}
