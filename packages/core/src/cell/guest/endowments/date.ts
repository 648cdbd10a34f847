import { now } from '../clock.js';

const { Date: HostDate } = globalThis;
const { construct } = Reflect;

/** A Date whose present is the host's. Prototype and parsing are the language's own. */
export function makeDate(): object {
  const CellDate = function Date(this: unknown, ...parts: unknown[]): unknown {
    if (new.target === undefined) return new HostDate(now()).toString();
    return construct(HostDate, parts.length === 0 ? [now()] : parts, new.target);
  };
  Object.defineProperty(CellDate, 'prototype', { value: HostDate.prototype, writable: false });
  Object.defineProperty(CellDate, 'length', { value: 7 });
  return Object.assign(CellDate, { now, parse: HostDate.parse, UTC: HostDate.UTC });
}
