import { checkJson } from './check-json.js';
import { isRecord } from './field-checks.js';
import { GUEST_MESSAGE_SHAPES, type MessageShape } from './guest-message-shapes.js';
import type { GuestMessage } from './messages.js';
import { ProtocolViolation } from './protocol-violation.js';

const MESSAGE_TYPES: ReadonlySet<unknown> = new Set(Object.keys(GUEST_MESSAGE_SHAPES));

/** Reads one message of a guest that nothing is taken from on trust. */
export function parseGuestMessage(payload: Buffer): GuestMessage {
  const message: unknown = readGuestMessage(payload);
  if (!isRecord(message) || !isKnown(message)) throw new ProtocolViolation('a message of unknown type');
  // The message itself is no part of the value in it.
  checkJson(message, -1);
  checkFields(message, GUEST_MESSAGE_SHAPES[message.type]);
  return message;
}

/** Reads one message and believes it. */
export function readGuestMessage(payload: Buffer): GuestMessage {
  try {
    return JSON.parse(payload.toString('utf8')) as GuestMessage;
  } catch {
    throw new ProtocolViolation('a message that is no JSON');
  }
}

function isKnown(message: object): message is GuestMessage {
  return 'type' in message && MESSAGE_TYPES.has(message.type);
}

function checkFields(message: GuestMessage, { required, optional = {} }: MessageShape): void {
  const fields = message as Readonly<Record<string, unknown>> & GuestMessage;
  let found = 1;
  for (const name in required) {
    if (!Object.hasOwn(fields, name) || required[name]?.(fields[name]) !== true) throw wrong(message, name);
    found += 1;
  }
  for (const name in optional) {
    if (!Object.hasOwn(fields, name)) continue;
    if (optional[name]?.(fields[name]) !== true) throw wrong(message, name);
    found += 1;
  }
  if (Object.keys(fields).length !== found)
    throw new ProtocolViolation(`"${message.type}" with unknown fields`);
}

function wrong(message: GuestMessage, name: string): ProtocolViolation {
  return new ProtocolViolation(`"${message.type}" with a wrong or missing "${name}"`);
}
