import {
  isAnything,
  isCount,
  isDelay,
  isLevel,
  isLine,
  isLogFields,
  isOfferedServices,
  isRecord,
  isStep,
  isText,
  type FieldCheck,
} from './field-checks.js';
import {
  isBoolean,
  isCloseCode,
  isCloseReason,
  isHeaders,
  isMethod,
  isSocketText,
  isStorageKey,
  isStorageOperation,
  isSubprotocols,
  isUrl,
} from './gateway-field-checks.js';
import type { GuestMessage } from './messages.js';

/** The fields of one kind of message beside its type. */
export interface MessageShape {
  readonly required: Readonly<Record<string, FieldCheck>>;
  readonly optional?: Readonly<Record<string, FieldCheck>>;
}

/** What each kind of message of a guest looks like; whatever looks otherwise is a violation. */
export const GUEST_MESSAGE_SHAPES: Readonly<Record<GuestMessage['type'], MessageShape>> = {
  ready: { required: { protocol: isCount } },
  ack: { required: { step: isStep } },
  loaded: { required: {} },
  activated: { required: { services: isOfferedServices } },
  deactivated: { required: {} },
  failed: { required: { problem: isRecord }, optional: { stack: isText } },
  result: { required: { id: isCount, value: isAnything } },
  problem: { required: { id: isCount, problem: isRecord }, optional: { stack: isText } },
  item: { required: { id: isCount, value: isAnything } },
  end: { required: { id: isCount } },
  contentCredit: { required: { id: isCount, count: isCount } },
  timer: { required: { id: isCount, delay: isDelay } },
  clear: { required: { id: isCount } },
  log: { required: { level: isLevel, message: isLine }, optional: { fields: isLogFields } },
  request: {
    required: { id: isCount, method: isMethod, url: isUrl, headers: isHeaders, hasBody: isBoolean },
  },
  requestEnd: { required: { id: isCount } },
  responseCredit: { required: { id: isCount, count: isCount } },
  requestOver: { required: { id: isCount } },
  socketOpen: { required: { id: isCount, url: isUrl, protocols: isSubprotocols } },
  socketSend: { required: { id: isCount, text: isSocketText } },
  socketCredit: { required: { id: isCount, count: isCount } },
  socketClose: { required: { id: isCount }, optional: { code: isCloseCode, reason: isCloseReason } },
  socketOver: { required: { id: isCount } },
  storage: {
    required: { id: isCount, operation: isStorageOperation, key: isStorageKey },
    optional: { value: isAnything },
  },
  pong: { required: {} },
  crash: { required: { message: isText }, optional: { stack: isText } },
};
