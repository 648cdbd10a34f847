import { FRAME_ANSWER, FRAME_BODY } from '../channel/frame.js';
import type { HostMessage } from '../channel/messages.js';
import { Call } from './call.js';
import { closeChannel, send } from './channel.js';
import { setNow } from './clock.js';
import { createSignal, triggerSignal } from './endowments/abort.js';
import { readDefinition, type Definition } from './definition.js';
import { evaluateScript } from './evaluate.js';
import { toFailure } from './failure.js';
import { seedKeystream } from './keystream.js';
import { addAnswerPiece, handleRequestAnswer, takeAnswer } from './network/requests.js';
import { addSocketBytes, handleSocketAnswer } from './network/sockets.js';
import { makePluginLog } from './plugin-log.js';
import type { Realm } from './realm.js';
import { takeRights } from './rights.js';
import { namesOf, readServices, type MethodTable } from './services.js';
import { handleStorageAnswer, makeStorage } from './storage.js';
import { fireTimer } from './timers.js';

/** Time that the last messages get to leave the process, which is none: they are written before the next line runs. */
const { exit } = process;

/** The plugin's side of the channel: takes the host's messages one by one. */
export class Guest {
  readonly #realm: Realm;
  readonly #calls = new Map<number, Call>();
  readonly #signal = createSignal();
  #definition: Definition | undefined;
  #methods: MethodTable = new Map();

  constructor(realm: Realm) {
    this.#realm = realm;
  }

  handle(message: HostMessage): void {
    if ('now' in message) setNow(message.now);
    switch (message.type) {
      case 'hello':
        return seedKeystream(message.seed);
      case 'load':
        return this.#load(message.script);
      case 'activate':
        return void this.#activate(message);
      case 'call':
        return this.#call(message);
      case 'contentEnd':
        return this.#calls.get(message.id)?.content?.finish();
      case 'credit':
        return this.#calls.get(message.id)?.addCredit(message.count);
      case 'cancel':
        return this.#calls.get(message.id)?.cancel();
      case 'fire':
        return fireTimer(message.timer);
      case 'deactivate':
        return void this.#deactivate();
      case 'ping':
        return send({ type: 'pong' });
      case 'stored':
      case 'storageFailed':
        return handleStorageAnswer(message);
      case 'requestCredit':
      case 'response':
      case 'responseEnd':
      case 'requestFailed':
        return handleRequestAnswer(message);
      default:
        return handleSocketAnswer(message);
    }
  }

  addContent(callId: number, bytes: Uint8Array): void {
    this.#calls.get(callId)?.content?.add(bytes);
  }

  /** An answer, a piece of one, or a binary message of a socket. */
  addBytes(kind: number, { id, now, bytes }: { id: number; now: number; bytes: Buffer }): void {
    setNow(now);
    if (kind === FRAME_ANSWER) takeAnswer(id, bytes);
    else if (kind === FRAME_BODY) addAnswerPiece(id, bytes);
    else addSocketBytes(id, bytes);
  }

  #load(script: string): void {
    send({ type: 'ack', step: 'load' });
    try {
      this.#definition = readDefinition(evaluateScript(script, this.#realm.evaluate));
      send({ type: 'loaded' });
    } catch (error) {
      send({ type: 'failed', ...toFailure(error) });
    }
  }

  async #activate(message: HostMessage & { type: 'activate' }): Promise<void> {
    send({ type: 'ack', step: 'activate' });
    try {
      const { settings, connection } = message;
      const context = {
        settings,
        ...(connection === undefined ? {} : { connection }),
        log: makePluginLog(),
        signal: this.#signal,
        ...(message.storage === undefined ? {} : { storage: makeStorage() }),
      };
      takeRights(message);
      this.#realm.close(context);
      const services = await this.#definition?.activate(context);
      this.#methods = readServices(services);
      send({ type: 'activated', services: namesOf(this.#methods) });
    } catch (error) {
      send({ type: 'failed', ...toFailure(error) });
    }
  }

  #call(message: HostMessage & { type: 'call' }): void {
    const { id, service, method } = message;
    const bound = this.#methods.get(service)?.get(method);
    if (bound === undefined) {
      const problem = { code: 'SERVICE_NOT_OFFERED', message: `the plugin has no ${service}.${method}` };
      return send({ type: 'problem', id, problem });
    }
    const call = new Call(message, () => this.#calls.delete(id));
    this.#calls.set(id, call);
    void call.run(bound);
  }

  async #deactivate(): Promise<void> {
    send({ type: 'ack', step: 'deactivate' });
    triggerSignal(this.#signal);
    try {
      await this.#definition?.deactivate?.();
      send({ type: 'deactivated' });
    } catch (error) {
      send({ type: 'failed', ...toFailure(error) });
    }
    closeChannel();
    exit(0);
  }
}
