/** What Node and browsers have, and no cell, with what to do in its place. */
export const ABSENT_GLOBALS: Readonly<Record<string, string>> = {
  Buffer: 'Use Uint8Array, with TextEncoder and TextDecoder for text, atob and btoa for base64.',
  process: 'What a user may choose is a setting (src/settings.ts); nothing else comes from outside.',
  global: 'Say globalThis.',
  __dirname: 'A plugin reads no files; what it needs is imported, or an asset of plugin.json.',
  __filename: 'A plugin reads no files; what it needs is imported, or an asset of plugin.json.',
  setImmediate: 'Use queueMicrotask or setTimeout.',
  clearImmediate: 'Use queueMicrotask, or setTimeout and clearTimeout.',
  performance: 'Use Date.now(); it stands still between two messages of the host.',
  Intl: 'Use parseNumber for numbers, and parseLocal or Temporal for zones.',
  XMLHttpRequest: 'Use fetch.',
  EventSource: 'Use fetch, and read its body as it comes.',
  FormData: 'Use URLSearchParams.',
  Blob: 'Use Uint8Array.',
  DOMParser: 'Bundle a parser that is written in JavaScript alone.',
  document: 'A plugin has no page.',
  window: 'Say globalThis.',
  navigator: 'A plugin is not told what it runs on.',
  localStorage: 'Use context.storage, which plugin.json asks for.',
  sessionStorage: 'Use context.storage, which plugin.json asks for.',
};

const MARK = '__absent_';

/** For esbuild: each free name becomes one that no script has; those that a source declares itself stay. */
export const MARKED_GLOBALS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.keys(ABSENT_GLOBALS).map((name) => [name, MARK + name]),
);

/** Finds the marked names in a script. */
export const MARKED_PATTERN = new RegExp(`\\b${MARK}(${Object.keys(ABSENT_GLOBALS).join('|')})\\b`, 'g');
