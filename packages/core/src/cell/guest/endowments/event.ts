import { now } from '../clock.js';

let dispatch: (event: Event, target: EventTarget, listeners: readonly Listener[]) => boolean;

/** An event as far as plugins use it: type, target, cancelation, no phases. */
export class Event {
  readonly #type: string;
  readonly #cancelable: boolean;
  readonly #timeStamp = now();
  #target: EventTarget | null = null;
  #prevented = false;
  #stopped = false;

  constructor(type: unknown, options?: { cancelable?: unknown }) {
    this.#type = String(type);
    this.#cancelable = Boolean(options?.cancelable);
  }

  get type(): string {
    return this.#type;
  }

  get target(): EventTarget | null {
    return this.#target;
  }

  get currentTarget(): EventTarget | null {
    return this.#target;
  }

  get cancelable(): boolean {
    return this.#cancelable;
  }

  get defaultPrevented(): boolean {
    return this.#prevented;
  }

  /** Milliseconds since 1970 on the host's clock. */
  get timeStamp(): number {
    return this.#timeStamp;
  }

  preventDefault(): void {
    if (this.#cancelable) this.#prevented = true;
  }

  stopImmediatePropagation(): void {
    this.#stopped = true;
  }

  static {
    dispatch = (event, target, listeners) => {
      event.#target = target;
      for (const listener of listeners) {
        if (event.#stopped) break;
        listener.call(target, event);
      }
      return !event.#prevented;
    };
  }
}

type Listener = (this: EventTarget, event: Event) => void;

interface Registration {
  readonly callback: unknown;
  readonly once: boolean;
}

/** Keeps listeners and calls them in the order in which they were added. */
export class EventTarget {
  readonly #listeners = new Map<string, Registration[]>();

  addEventListener(type: unknown, callback: unknown, options?: unknown): void {
    if (callback === null || callback === undefined) return;
    const name = String(type);
    const registrations = this.#listeners.get(name) ?? [];
    if (registrations.some((registration) => registration.callback === callback)) return;
    const once =
      typeof options === 'object' && options !== null && 'once' in options && Boolean(options.once);
    this.#listeners.set(name, [...registrations, { callback, once }]);
  }

  removeEventListener(type: unknown, callback: unknown): void {
    const name = String(type);
    const kept = (this.#listeners.get(name) ?? []).filter(
      (registration) => registration.callback !== callback,
    );
    this.#listeners.set(name, kept);
  }

  dispatchEvent(event: Event): boolean {
    const registrations = this.#listeners.get(event.type) ?? [];
    return dispatch(
      event,
      this,
      registrations.map((registration) => this.#listenerOf(event.type, registration)),
    );
  }

  #listenerOf(type: string, registration: Registration): Listener {
    return (event) => {
      if (registration.once) this.removeEventListener(type, registration.callback);
      callListener(registration.callback, this, event);
    };
  }
}

function callListener(callback: unknown, target: EventTarget, event: Event): void {
  if (typeof callback === 'function') Reflect.apply(callback, target, [event]);
  else (callback as { handleEvent(event: Event): void }).handleEvent(event);
}
