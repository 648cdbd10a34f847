import type { FieldCheck } from './field-checks.js';
import {
  CLOSE_REASON_BYTES,
  HEADER_LIMIT,
  HEADERS_LENGTH,
  SOCKET_MESSAGE_BYTES,
  SUBPROTOCOL_LENGTH,
  SUBPROTOCOL_LIMIT,
  URL_LENGTH,
} from './network-limits.js';
import { STORAGE_KEY_LENGTH } from './storage-limits.js';

/** A token as RFC 9110 has it: methods, names of headers, subprotocols. */
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const METHOD_LENGTH = 32;
const OPERATIONS: ReadonlySet<unknown> = new Set(['get', 'set', 'delete', 'list']);

export const isBoolean: FieldCheck = (value) => typeof value === 'boolean';

export const isMethod: FieldCheck = (value) => isToken(value, METHOD_LENGTH);

export const isUrl: FieldCheck = (value) =>
  typeof value === 'string' && value.length <= URL_LENGTH && URL.canParse(value);

export const isHeaders: FieldCheck = (value) => {
  if (!Array.isArray(value) || value.length > HEADER_LIMIT || !value.every(isHeader)) return false;
  return value.reduce((length, [name, text]) => length + name.length + text.length, 0) <= HEADERS_LENGTH;
};

export const isSubprotocols: FieldCheck = (value) =>
  Array.isArray(value) &&
  value.length <= SUBPROTOCOL_LIMIT &&
  value.every((protocol) => isToken(protocol, SUBPROTOCOL_LENGTH));

export const isSocketText: FieldCheck = (value) =>
  typeof value === 'string' && Buffer.byteLength(value) <= SOCKET_MESSAGE_BYTES;

/** What a program may close a socket with; other codes are words of the protocol itself. */
export const isCloseCode: FieldCheck = (value) =>
  value === 1000 || (Number.isInteger(value) && Number(value) >= 3000 && Number(value) <= 4999);

export const isCloseReason: FieldCheck = (value) =>
  typeof value === 'string' && Buffer.byteLength(value) <= CLOSE_REASON_BYTES;

export const isStorageOperation: FieldCheck = (value) => OPERATIONS.has(value);

export const isStorageKey: FieldCheck = (value) =>
  typeof value === 'string' && value.length <= STORAGE_KEY_LENGTH;

function isHeader(value: unknown): value is [string, string] {
  return Array.isArray(value) && value.length === 2 && isToken(value[0], HEADERS_LENGTH) && isLine(value[1]);
}

function isToken(value: unknown, length: number): boolean {
  return typeof value === 'string' && value.length <= length && TOKEN.test(value);
}

/** Text of a header: no line ends, nothing that ends a text. */
function isLine(value: unknown): boolean {
  return typeof value === 'string' && !/[\0\r\n]/.test(value);
}
