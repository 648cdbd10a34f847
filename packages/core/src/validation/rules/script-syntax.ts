import { error } from '../../manifest/finding.js';
import type { ContentRule } from '../content-rule.js';
import { scanScript } from '../syntax/scan-script.js';

/** The script uses nothing that a cell refuses; what has no effect in a cell is named. */
export const checkScriptSyntax: ContentRule = ({ files }, { main }) => {
  const bytes = files.get(main);
  if (bytes === undefined) return [];
  const script = decode(bytes);
  if (script === undefined) return [error('SYNTAX_INVALID', 'It is not UTF-8 text.', { file: main })];
  return scanScript(script, { file: main, sourceMap: files.get(`${main}.map`) });
};

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
