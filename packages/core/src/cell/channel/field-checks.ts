import { LOG_LEVELS } from '../../interfaces/enumerations/log-level.js';

/** Tells whether a field of a message is what it must be. */
export type FieldCheck = (value: unknown) => boolean;

/** Characters of a text in a message. */
const TEXT_LIMIT = 64 * 1024;

/** The longest delay of a timer in milliseconds. */
const DELAY_LIMIT = 0x7fff_ffff;

/** Services of a plugin and methods of a service. */
const NAMES_LIMIT = 100;

const NAME = /^[A-Za-z][A-Za-z0-9]{0,63}$/;
const STEPS: ReadonlySet<unknown> = new Set(['load', 'activate', 'deactivate']);
const LEVELS: ReadonlySet<unknown> = new Set(LOG_LEVELS);

export const isAnything: FieldCheck = () => true;

export const isText: FieldCheck = (value) => typeof value === 'string' && value.length <= TEXT_LIMIT;

export const isStep: FieldCheck = (value) => STEPS.has(value);

export const isLevel: FieldCheck = (value) => LEVELS.has(value);

/** An id or a number of things. */
export const isCount: FieldCheck = (value) =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 0xffff_ffff;

export const isDelay: FieldCheck = (value) => typeof value === 'number' && value >= 0 && value <= DELAY_LIMIT;

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export const isOfferedServices: FieldCheck = (value) => {
  if (!isRecord(value)) return false;
  const services = Object.entries(value);
  return (
    services.length <= NAMES_LIMIT && services.every(([name, methods]) => NAME.test(name) && isNames(methods))
  );
};

function isNames(value: unknown): boolean {
  if (!Array.isArray(value) || value.length > NAMES_LIMIT) return false;
  return value.every((name: unknown) => typeof name === 'string' && NAME.test(name));
}
