/** What a script does that a cell refuses. */
export type RefusedUse = 'module' | 'import()' | 'import.meta' | 'eval' | 'Function' | 'html-comment';

/** Something that a script uses, once. */
export type SyntaxUse =
  | { readonly kind: 'refused'; readonly use: RefusedUse; readonly offset: number }
  | { readonly kind: 'absent'; readonly name: string; readonly offset: number }
  | { readonly kind: 'escape'; readonly offset: number };

/** Names of Node and of browsers that stand for nothing in a cell, with what to use in their place. */
export const ABSENT_NAMES: ReadonlyMap<string, string> = new Map([
  ['process', 'Settings come from the context.'],
  ['require', 'Bundle what the script needs.'],
  ['global', 'Write globalThis.'],
  ['window', 'Write globalThis.'],
  ['document', 'A cell has no page.'],
  ['Buffer', 'Use Uint8Array, TextEncoder and TextDecoder.'],
  ['setImmediate', 'Use queueMicrotask or setTimeout.'],
  ['__dirname', 'A cell has no files.'],
  ['__filename', 'A cell has no files.'],
  ['importScripts', 'Bundle what the script needs.'],
  ['XMLHttpRequest', 'Use fetch.'],
  ['Worker', 'A cell is one thread.'],
  ['SharedArrayBuffer', 'A cell is one thread.'],
  ['Intl', 'Use Temporal for zones, and parseLocal of @bourse/sdk.'],
]);
