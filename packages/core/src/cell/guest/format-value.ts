import { types } from 'node:util';
import { describeError } from './failure.js';

const { isProxy } = types;

/** Levels and entries that a line shows of an object. */
const DEPTH = 3;
const ENTRIES = 20;

/**
 * Writes a value for a log line. Runs nothing of the plugin, no toString, no inspection hook, and no getter but those that an
 * error has for its name and its message.
 */
export function formatValue(value: unknown, depth = 0): string {
  switch (typeof value) {
    case 'string':
      return depth === 0 ? value : JSON.stringify(value);
    case 'function':
      return '[function]';
    case 'object':
      return value === null ? 'null' : formatObject(value, depth);
    case 'bigint':
      return `${value}n`;
    case 'symbol':
      return '[symbol]';
    default:
      return String(value);
  }
}

function formatObject(value: object, depth: number): string {
  if (isProxy(value)) return '[proxy]';
  if (types.isNativeError(value)) return describeError(value);
  if (depth >= DEPTH) return Array.isArray(value) ? '[…]' : '{…}';
  const keys = Object.keys(value);
  const shown = keys.slice(0, ENTRIES).map((key) => formatEntry(value, key, depth));
  if (keys.length > ENTRIES) shown.push('…');
  return Array.isArray(value) ? `[${shown.join(', ')}]` : `{${shown.join(', ')}}`;
}

function formatEntry(value: object, key: string, depth: number): string {
  const descriptor = Object.getOwnPropertyDescriptor(value, key);
  const text =
    descriptor !== undefined && 'value' in descriptor ? formatValue(descriptor.value, depth + 1) : '[getter]';
  return Array.isArray(value) ? text : `${key}: ${text}`;
}
