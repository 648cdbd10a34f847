import { types } from 'node:util';
import { FRAME_LIMIT_BYTES } from '../channel/frame.js';
import { JSON_DEPTH_LIMIT, type JsonValue } from '../channel/json.js';

const { isProxy } = types;
const { getOwnPropertyDescriptor, getPrototypeOf, keys, prototype: objectPrototype } = Object;
const { isArray, prototype: arrayPrototype } = Array;
const { isFinite: isFiniteNumber } = Number;

/** Values that one answer may hold; stops shared parts from unfolding until the memory is full. */
const VALUE_LIMIT = 500_000;

/** An answer is something else than plain data. */
export class NoPlainData extends Error {}

/**
 * Copies the plain data of a plugin's answer without running a line of the plugin: own enumerable data properties
 * of ordinary objects and arrays, strings, finite numbers, booleans and null. Undefined properties are left out.
 */
export function copyData(value: unknown): JsonValue {
  const budget = { values: VALUE_LIMIT, bytes: FRAME_LIMIT_BYTES };
  return copyValue(value, 0, budget);
}

interface Budget {
  values: number;
  bytes: number;
}

function copyValue(value: unknown, depth: number, budget: Budget): JsonValue {
  if ((budget.values -= 1) < 0) throw new NoPlainData('it has too many values');
  switch (typeof value) {
    case 'string':
      if ((budget.bytes -= value.length) < 0) throw new NoPlainData('it is too large');
      return value;
    case 'boolean':
      return value;
    case 'number':
      if (!isFiniteNumber(value)) throw new NoPlainData(`it holds ${String(value)}`);
      return value;
    case 'object':
      return value === null ? null : copyObject(value, depth, budget);
    default:
      throw new NoPlainData(`it holds a ${typeof value}`);
  }
}

function copyObject(value: object, depth: number, budget: Budget): JsonValue {
  if (depth >= JSON_DEPTH_LIMIT) throw new NoPlainData('it is nested too deep, or in a circle');
  if (isProxy(value)) throw new NoPlainData('it holds a proxy');
  const prototype: unknown = getPrototypeOf(value);
  if (isArray(value)) {
    if (prototype !== arrayPrototype) throw new NoPlainData('it holds an array of another class');
    return copyArray(value, depth, budget);
  }
  if (prototype !== objectPrototype && prototype !== null)
    throw new NoPlainData('it holds an object of a class');
  return copyRecord(value, depth, budget);
}

function copyArray(source: readonly unknown[], depth: number, budget: Budget): JsonValue {
  const { length } = source;
  if (length > budget.values) throw new NoPlainData('it has too many values');
  const copy: JsonValue[] = [];
  for (let index = 0; index < length; index += 1) {
    const item = dataOf(source, index);
    if (item === undefined) throw new NoPlainData('it holds an array with a gap');
    copy.push(copyValue(item, depth + 1, budget));
  }
  return copy;
}

function copyRecord(source: object, depth: number, budget: Budget): JsonValue {
  const copy: Record<string, JsonValue> = {};
  for (const key of keys(source)) {
    if ((budget.bytes -= key.length) < 0) throw new NoPlainData('it is too large');
    const item = dataOf(source, key);
    if (key === '__proto__') throw new NoPlainData('it has a key named __proto__');
    if (item !== undefined) copy[key] = copyValue(item, depth + 1, budget);
  }
  return copy;
}

function dataOf(source: object, key: string | number): unknown {
  const descriptor = getOwnPropertyDescriptor(source, key);
  if (descriptor === undefined) return undefined;
  if (descriptor.get !== undefined || descriptor.set !== undefined) throw new NoPlainData('it has a getter');
  return descriptor.value;
}
