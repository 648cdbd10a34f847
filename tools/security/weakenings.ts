import type { Weakening } from './attack.ts';

/** The plugin runs outside its compartment: it has the globals of Node. */
export const LEAKED_REALM: Weakening = { belts: { realm: false } };

/** It can load the modules of Node too. */
export const LEAKED_MODULES: Weakening = { belts: { realm: false, powers: false } };

/** It is a program like any other in a process of its own. */
export const NOTHING_HOLDS: Weakening = { belts: { realm: false, powers: false, permission: false } };

export const NO_PERMISSION_MODEL: Weakening = { belts: { permission: false } };

/** What a cell is started with and has no switch. */
export const CELL_PROCESS = 'core/dist/cell/host/cell-process.js';

export const GUEST_FAILURE = 'core/dist/cell/host/guest-failure.js';

/** Answers are believed: neither their form nor their fields are compared with the contract. */
export const ANY_ANSWER = {
  'core/dist/manager/offered-method.js': [['checkForm(schema, value)', '({ value })']],
} as const;

/** JSON files are read as they come: with repeated and dangerous keys, as deep as they are. */
export const STRICT_JSON = {
  'core/dist/manifest/read-json.js': [
    [
      'export function readStrictJson(bytes) {',
      'export function readStrictJson(bytes) { return readJson(bytes);',
    ],
  ],
} as const;

/** The host lets a message pass that it should have taken for a violation. */
export const NO_VIOLATIONS = {
  'core/dist/cell/host/session.js': [
    [
      'receive(kind, payload) {',
      'receive(kind, payload) { try { this.receiveStrictly(kind, payload) } catch {} } receiveStrictly(kind, payload) {',
    ],
  ],
} as const;

/** Text of strangers is printed as it is. */
export const PLAIN_TEXT = {
  'core/dist/text/printable.js': [
    [
      'export function printable(text, maxLength = 500) {',
      'export function printable(text, maxLength = 500) { return text;',
    ],
  ],
} as const;

/** Names and texts of a manifest may hold anything. */
export const ANY_NAME = {
  'core/dist/validation/rules/display-names.js': [
    ['export const checkDisplayNames =', 'export const checkDisplayNames = () => []; const unused ='],
  ],
  'core/dist/validation/rules/plain-texts.js': [
    ['export const checkPlainTexts =', 'export const checkPlainTexts = () => []; const unused ='],
  ],
} as const;

/** Paths of a manifest are taken as they are. */
export const ANY_PATH = {
  'core/dist/manifest/package-path.js': [
    [
      'export function toPackagePath(path) {',
      "export function toPackagePath(path) { return path.replace(/^[.][/]/, '');",
    ],
  ],
} as const;
