import { decodeText, StatementParts, type StatementPart, type StatementReader } from '@bourse/sdk';
import { XmlReader } from '../xml/xml-reader.js';
import { FlexFile } from './flex-file.js';
import { FlexOutput } from './flex-output.js';
import { nameOtherFile } from './not-flex.js';

/** A file that has shown no root element by now is no Flex document. */
const HEAD_MAX_CHARACTERS = 65_536;

/** Reads an Activity Flex statement that the user has downloaded. */
export const readFlexXml: StatementReader = (file) => readFlexContent(file.content);

/**
 * Reads an Activity Flex statement as it arrives. Trades are handed on at once; dividends, their deductions, corporate
 * actions and rows of summary levels wait for the end of their statement.
 */
export async function* readFlexContent(content: AsyncIterable<Uint8Array>): AsyncIterable<StatementPart> {
  const parts = new StatementParts();
  const output = new FlexOutput(parts);
  const flex = new FlexFile(output);
  const xml = new XmlReader(flex);
  let head = '';
  for await (const text of decodeText(content)) {
    xml.write(text);
    if (!flex.hasRoot) head += text;
    if (flex.hasGivenUp || (!flex.hasRoot && head.length > HEAD_MAX_CHARACTERS)) break;
    yield* output.handOut();
  }
  xml.end();
  if (!flex.hasRoot) throw nameOtherFile(head);
  const last = flex.finish();
  yield* output.handOut();
  yield* parts.finish(last);
}
