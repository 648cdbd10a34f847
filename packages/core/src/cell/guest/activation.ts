import { PLUGIN_TYPES } from '../../interfaces/enumerations/plugin-type.js';
import { HEALTH_METHOD, HEALTH_SERVICE } from '../channel/health-call.js';
import type { JsonObject, JsonValue } from '../channel/json.js';
import { LOG_FIELD_LIMIT, LOG_FIELDS_LIMIT } from '../channel/log-limits.js';
import type { ConnectionName, OfferedServices } from '../channel/messages.js';
import type { AbortSignal } from './endowments/abort.js';
import { formatValue } from './format-value.js';
import { writeLog } from './log.js';

/** A method of a service with the object it belongs to. */
export interface BoundMethod {
  readonly owner: object;
  readonly method: (...values: unknown[]) => unknown;
}

export interface ActivationRequest {
  readonly settings: JsonObject;
  readonly connection?: ConnectionName;
}

/** What a script exports, after its shape was checked. */
export interface PluginDefinition {
  activate(context: object): unknown;
  deactivate?(): unknown;
}

/** What an active plugin answers to. */
export type MethodTable = ReadonlyMap<string, ReadonlyMap<string, BoundMethod>>;

/** The script exports no plugin definition, or `activate` gave no services. */
export class DefinitionInvalid extends Error {
  readonly code = 'PLUGIN_DEFINITION_INVALID';
}

export function readDefinition(exported: unknown): PluginDefinition {
  const definition = isRecord(exported) && isRecord(exported['default']) ? exported['default'] : exported;
  if (!isRecord(definition)) throw new DefinitionInvalid('the script exports no object');
  const { type, activate, deactivate } = definition;
  if (!PLUGIN_TYPES.includes(type as never))
    throw new DefinitionInvalid('the exported definition has no known "type"');
  if (typeof activate !== 'function')
    throw new DefinitionInvalid('the exported definition has no function "activate"');
  if (deactivate !== undefined && typeof deactivate !== 'function')
    throw new DefinitionInvalid('"deactivate" is no function');
  return definition as unknown as PluginDefinition;
}

export function makeContext(request: ActivationRequest, signal: AbortSignal): object {
  return {
    settings: request.settings,
    ...(request.connection === undefined ? {} : { connection: request.connection }),
    log: makeLog(),
    signal,
  };
}

export function readServices(services: unknown): MethodTable {
  if (!isRecord(services)) throw new DefinitionInvalid('"activate" gave no object of services');
  const table = new Map<string, ReadonlyMap<string, BoundMethod>>();
  for (const name of Object.keys(services)) {
    const service = services[name];
    if (service !== undefined) table.set(name, readService(name, services, service));
  }
  return table;
}

export function offeredServices(table: MethodTable): OfferedServices {
  return Object.fromEntries([...table].map(([name, methods]) => [name, [...methods.keys()]]));
}

function readService(name: string, services: object, service: unknown): ReadonlyMap<string, BoundMethod> {
  if (name === HEALTH_SERVICE && typeof service === 'function') {
    return new Map([[HEALTH_METHOD, { owner: services, method: service as BoundMethod['method'] }]]);
  }
  if (!isRecord(service)) throw new DefinitionInvalid(`the service "${name}" is no object`);
  const methods = new Map<string, BoundMethod>();
  for (const key of methodNames(service)) {
    const method = service[key];
    if (typeof method === 'function')
      methods.set(key, { owner: service, method: method as BoundMethod['method'] });
  }
  return methods;
}

/** Own functions, or those of the class that the service is an instance of. */
function methodNames(service: object): Iterable<string> {
  const names = new Set<string>();
  for (
    let holder: object | null = service;
    holder !== null && holder !== Object.prototype;
    holder = Object.getPrototypeOf(holder) as object | null
  ) {
    for (const name of Object.getOwnPropertyNames(holder))
      if (/^[A-Za-z][A-Za-z0-9]{0,63}$/.test(name) && name !== 'constructor') names.add(name);
  }
  return names;
}

function makeLog(): object {
  const line =
    (level: 'debug' | 'info' | 'warn' | 'error') =>
    (message: unknown, fields?: unknown): void =>
      writeLog(level, formatValue(message), readFields(fields));
  return { debug: line('debug'), info: line('info'), warn: line('warn'), error: line('error') };
}

/** Plain values alone, few and short: fields are for people. */
function readFields(fields: unknown): JsonObject | undefined {
  if (!isRecord(fields)) return undefined;
  const entries = Object.entries(Object.getOwnPropertyDescriptors(fields)).slice(0, LOG_FIELDS_LIMIT);
  return Object.fromEntries(
    entries.flatMap(([name, { value }]) =>
      isPlain(value) ? [[name.slice(0, LOG_FIELD_LIMIT), clipped(value)]] : [],
    ),
  );
}

function isPlain(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
}

function clipped(value: string | number | boolean): JsonValue {
  return typeof value === 'string' ? value.slice(0, LOG_FIELD_LIMIT) : value;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
