/** Takes an event. What it throws is reported and stops nobody else. */
export type EventHandler<Event> = (event: Event) => void;

/** Tells handlers of events by name. Handlers cannot hurt each other. */
export class EventEmitter<Event> {
  readonly #handlers = new Map<string, Set<EventHandler<Event>>>();
  readonly #onHandlerError: (name: string, error: unknown) => void;

  constructor(onHandlerError: (name: string, error: unknown) => void) {
    this.#onHandlerError = onHandlerError;
  }

  /** Registers a handler and returns what takes it away again. */
  on(name: string, handler: EventHandler<Event>): () => void {
    const handlers = this.#handlers.get(name) ?? new Set();
    this.#handlers.set(name, handlers.add(handler));
    return () => {
      handlers.delete(handler);
    };
  }

  emit(name: string, event: Event): void {
    for (const handler of [...(this.#handlers.get(name) ?? [])]) {
      try {
        handler(event);
      } catch (error) {
        this.#onHandlerError(name, error);
      }
    }
  }
}
