import { isLogLevel } from './log-level.js';
import { checkJson } from './check-json.js';
import type { GuestMessage, OfferedServices } from './messages.js';
import { ProtocolViolation } from './protocol-violation.js';

/** A parsed message before anything is known about its fields. */
type Fields = Readonly<Record<string, unknown>>;

/** The fields that each kind of message must have (true) or may have (false). */
const SHAPES: Readonly<
  Record<
    GuestMessage['type'],
    Readonly<Record<string, { required: boolean; check: (value: unknown) => boolean }>>
  >
> = {
  ready: { protocol: required(isCount) },
  ack: { step: required(isText) },
  loaded: {},
  activated: { services: required(isOfferedServices) },
  deactivated: {},
  failed: { problem: required(isRecord), stack: optional(isText) },
  result: { id: required(isCount), value: required(isAnything) },
  problem: { id: required(isCount), problem: required(isRecord), stack: optional(isText) },
  item: { id: required(isCount), value: required(isAnything) },
  end: { id: required(isCount) },
  contentCredit: { id: required(isCount), count: required(isCount) },
  timer: { id: required(isCount), delay: required(isDelay) },
  clear: { id: required(isCount) },
  log: { level: required(isLogLevel), message: required(isText), fields: optional(isRecord) },
  request: { id: required(isCount) },
  pong: { id: required(isCount) },
  crash: { message: required(isText), stack: optional(isText) },
};

const MESSAGE_TYPES: ReadonlySet<string> = new Set(Object.keys(SHAPES));

/** Reads one message of a guest that nothing is taken from on trust. */
export function parseGuestMessage(payload: Buffer): GuestMessage {
  const parsed = parseJson(payload);
  if (!isRecord(parsed)) throw new ProtocolViolation('a message that is no object');
  checkJson(parsed, -1);
  checkFields(parsed);
  return parsed as unknown as GuestMessage;
}

function parseJson(payload: Buffer): unknown {
  try {
    return JSON.parse(payload.toString('utf8'));
  } catch {
    throw new ProtocolViolation('a message that is no JSON');
  }
}

function checkFields(message: Fields): void {
  const type = message['type'];
  if (typeof type !== 'string' || !MESSAGE_TYPES.has(type))
    throw new ProtocolViolation('a message of unknown type');
  const shape = SHAPES[type as GuestMessage['type']];
  let known = 1;
  for (const name in shape) {
    const field = shape[name];
    if (field === undefined) continue;
    if (!Object.hasOwn(message, name)) {
      if (field.required) throw new ProtocolViolation(`a message "${type}" without "${name}"`);
      continue;
    }
    if (!field.check(message[name]))
      throw new ProtocolViolation(`a message "${type}" with a wrong "${name}"`);
    known += 1;
  }
  if (Object.keys(message).length !== known)
    throw new ProtocolViolation(`a message "${type}" with unknown fields`);
}

function required(check: (value: unknown) => boolean): {
  required: boolean;
  check: (value: unknown) => boolean;
} {
  return { required: true, check };
}

function optional(check: (value: unknown) => boolean): {
  required: boolean;
  check: (value: unknown) => boolean;
} {
  return { required: false, check };
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isAnything(): boolean {
  return true;
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.length <= 64 * 1024;
}

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 0xffff_ffff;
}

/** Milliseconds, as far as a timer reaches. */
function isDelay(value: unknown): boolean {
  return typeof value === 'number' && value >= 0 && value <= 0x7fff_ffff;
}

function isOfferedServices(value: unknown): value is OfferedServices {
  return (
    isRecord(value) &&
    Object.values(value).every((methods) => Array.isArray(methods) && methods.every(isName))
  );
}

function isName(value: unknown): boolean {
  return typeof value === 'string' && /^[A-Za-z][A-Za-z0-9]{0,63}$/.test(value);
}
