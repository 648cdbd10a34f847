import { SaxesParser } from 'saxes';

/** What the Flex web service says instead of a statement. */
export interface WebAnswer {
  /** `Success`, `Warn` or `Fail`. */
  readonly status: string | undefined;
  readonly referenceCode: string | undefined;
  readonly url: string | undefined;
  /** A code of four digits, where the request failed. */
  readonly code: string | undefined;
  readonly message: string | undefined;
}

/** Reads a FlexStatementResponse; undefined where the text is none. */
export function readWebAnswer(text: string): WebAnswer | undefined {
  const texts = new Map<string, string>();
  const open: string[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => open.push(name));
  parser.on('closetag', () => open.pop());
  parser.on('text', (part) => {
    const [root, name, ...deeper] = open;
    if (root !== 'FlexStatementResponse' || name === undefined || deeper.length > 0) return;
    texts.set(name, `${texts.get(name) ?? ''}${part}`.trim());
  });
  parser.on('error', (error) => {
    throw error;
  });
  try {
    parser.write(text).close();
  } catch {
    return undefined;
  }
  if (!texts.has('Status') && !texts.has('ErrorCode')) return undefined;
  return {
    status: texts.get('Status'),
    referenceCode: texts.get('ReferenceCode'),
    url: texts.get('Url'),
    code: texts.get('ErrorCode'),
    message: texts.get('ErrorMessage'),
  };
}
