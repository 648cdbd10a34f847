import type { HostMessage, StorageMessage } from '../channel/messages.js';
import { STORAGE_KEY_LENGTH, STORAGE_LIMIT } from '../channel/storage-limits.js';
import { FRAME_LIMIT_BYTES } from '../channel/frame.js';
import { send } from './channel.js';
import { copyData, NoPlainData } from './copy-data.js';
import { toHostError } from './host-error.js';

interface Operation {
  readonly ask: Omit<StorageMessage, 'type' | 'id'>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Operations by their ids, and those that wait until there are fewer. */
const open = new Map<number, Operation>();
const waiting: Operation[] = [];
let lastId = 0;

/** The storage in the plugin's context: JSON values by key, kept by the host. */
export function makeStorage(): object {
  return {
    get: async (key: unknown): Promise<unknown> => ask({ operation: 'get', key: readKey(key) }),
    set: async (key: unknown, value: unknown): Promise<unknown> =>
      ask({ operation: 'set', key: readKey(key), value: readValue(value) }),
    delete: async (key: unknown): Promise<unknown> => ask({ operation: 'delete', key: readKey(key) }),
    list: async (beginning: unknown = ''): Promise<unknown> =>
      ask({ operation: 'list', key: readText(beginning) }),
  };
}

export function handleStorageAnswer(message: HostMessage & { type: 'stored' | 'storageFailed' }): void {
  const operation = open.get(message.id);
  open.delete(message.id);
  if (message.type === 'stored') operation?.resolve(message.value);
  else operation?.reject(toHostError(message.problem));
  begin();
}

function ask(ask: Operation['ask']): Promise<unknown> {
  return new Promise((resolve, reject) => {
    waiting.push({ ask, resolve, reject });
    begin();
  });
}

function begin(): void {
  while (open.size < STORAGE_LIMIT) {
    const operation = waiting.shift();
    if (operation === undefined) return;
    lastId += 1;
    open.set(lastId, operation);
    send({ type: 'storage', id: lastId, ...operation.ask });
  }
}

function readKey(key: unknown): string {
  const text = readText(key);
  if (text === '') throw new TypeError('a key has at least one character');
  return text;
}

function readText(key: unknown): string {
  if (typeof key !== 'string' || key.length > STORAGE_KEY_LENGTH || !key.isWellFormed())
    throw new TypeError(`a key is text of at most ${STORAGE_KEY_LENGTH} characters`);
  return key;
}

/** A copy, of the moment at which it was given. */
function readValue(value: unknown): unknown {
  try {
    const copy = copyData(value);
    if (Buffer.byteLength(JSON.stringify(copy)) > FRAME_LIMIT_BYTES / 2)
      throw new NoPlainData('it is too large');
    return copy;
  } catch (error) {
    throw error instanceof NoPlainData
      ? new TypeError(`the value is no plain data: ${error.message}`)
      : error;
  }
}
