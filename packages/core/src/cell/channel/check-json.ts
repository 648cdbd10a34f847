import { JSON_DEPTH_LIMIT } from './json.js';
import { ProtocolViolation } from './protocol-violation.js';

/**
 * Refuses what JSON.parse takes but no honest guest sends: nesting beyond the limit, and a key `__proto__`, which
 * is harmless as it stands and pollutes as soon as somebody copies it with Object.assign.
 */
export function checkJson(value: unknown, depth = 0): void {
  if (typeof value !== 'object' || value === null) return;
  if (depth >= JSON_DEPTH_LIMIT) throw new ProtocolViolation('a value nested too deep');
  if (Array.isArray(value)) {
    for (const item of value) if (typeof item === 'object') checkJson(item, depth + 1);
    return;
  }
  const record = value as Readonly<Record<string, unknown>>;
  for (const key in record) {
    if (key === '__proto__') throw new ProtocolViolation('a key named __proto__');
    const item = record[key];
    if (typeof item === 'object') checkJson(item, depth + 1);
  }
}
