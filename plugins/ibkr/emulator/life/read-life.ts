import { readFileSync } from 'node:fs';
import { SaxesParser } from 'saxes';
import type { FlexElement } from './element.js';

/** The life of the account that the demo statement tells: every view of the emulator is rendered from it. */
export function readLife(): FlexElement {
  return parseElement(readFileSync(new URL('../../demo/ibkr-flex.xml', import.meta.url), 'utf8'));
}

/** The root element of a document. @throws SyntaxError where it has none */
export function parseElement(text: string): FlexElement {
  const open: (FlexElement & { readonly children: FlexElement[] })[] = [];
  let root: FlexElement | undefined;
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    root = open.pop();
  });
  parser.write(text).close();
  if (root === undefined) throw new SyntaxError('The document has no element.');
  return root;
}
