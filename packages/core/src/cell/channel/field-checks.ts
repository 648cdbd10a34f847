import { LOG_LEVELS } from '../../interfaces/enumerations/log-level.js';
import { isOfferedName, OFFERED_LIMIT } from './offered-names.js';
import { LOG_FIELD_LIMIT, LOG_FIELDS_LIMIT, LOG_LINE_LIMIT } from './log-limits.js';

/** Tells whether a field of a message is what it must be. */
export type FieldCheck = (value: unknown) => boolean;

/** Characters of a text in a message. */
const TEXT_LIMIT = 64 * 1024;

/** The longest delay of a timer in milliseconds. */
const DELAY_LIMIT = 0x7fff_ffff;

const STEPS: ReadonlySet<unknown> = new Set(['load', 'activate', 'deactivate']);
const LEVELS: ReadonlySet<unknown> = new Set(LOG_LEVELS);

export const isAnything: FieldCheck = () => true;

export const isText: FieldCheck = (value) => typeof value === 'string' && value.length <= TEXT_LIMIT;

/** One line of a log: what a plugin writes is stored, so it is as short as the guest makes it. */
export const isLine: FieldCheck = (value) => typeof value === 'string' && value.length <= LOG_LINE_LIMIT + 1;

export const isStep: FieldCheck = (value) => STEPS.has(value);

export const isLevel: FieldCheck = (value) => LEVELS.has(value);

/** An id or a number of things. */
export const isCount: FieldCheck = (value) =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 0xffff_ffff;

export const isDelay: FieldCheck = (value) => typeof value === 'number' && value >= 0 && value <= DELAY_LIMIT;

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export const isLogFields: FieldCheck = (value) => {
  if (!isRecord(value)) return false;
  const fields = Object.entries(value);
  return (
    fields.length <= LOG_FIELDS_LIMIT &&
    fields.every(([name, field]) => name.length <= LOG_FIELD_LIMIT && isLogField(field))
  );
};

function isLogField(value: unknown): boolean {
  return typeof value === 'string'
    ? value.length <= LOG_FIELD_LIMIT
    : typeof value === 'number' || typeof value === 'boolean';
}

export const isOfferedServices: FieldCheck = (value) => {
  if (!isRecord(value)) return false;
  const services = Object.entries(value);
  return (
    services.length <= OFFERED_LIMIT &&
    services.every(([name, methods]) => isOfferedName(name) && isNames(methods))
  );
};

function isNames(value: unknown): boolean {
  return Array.isArray(value) && value.length <= OFFERED_LIMIT && value.every(isOfferedName);
}
