/** One message of the data stream: a trade, a quote or a bar, with the keys of the wire. */
export type MarketMessage = Readonly<Record<string, unknown>> & {
  readonly T: 't' | 'q' | 'b' | 'u' | 'd';
  readonly S: string;
};

/** The channel to which a message belongs. */
const CHANNEL_OF = { t: 'trades', q: 'quotes', b: 'bars', u: 'updatedBars', d: 'dailyBars' } as const;

export const CHANNELS = Object.values(CHANNEL_OF);
export type Channel = (typeof CHANNELS)[number];

/** Who gets what is published. */
export interface Subscriber {
  readonly feed: string;
  wants(channel: Channel, symbol: string): boolean;
  deliver(messages: readonly MarketMessage[]): void;
}

/** Carries messages from a test to the connections that subscribed to them. */
export class Feed {
  readonly #subscribers = new Set<Subscriber>();
  readonly #listeners = new Set<(update: unknown) => void>();

  /** How many connections of the data stream have authenticated. */
  get subscribers(): number {
    return this.#subscribers.size;
  }

  /** Sends messages to each connection that subscribed to them, in one frame. */
  publish(...messages: readonly MarketMessage[]): void {
    for (const subscriber of this.#subscribers) {
      const wanted = messages.filter(({ T, S }) => subscriber.wants(CHANNEL_OF[T], S));
      if (wanted.length > 0) subscriber.deliver(wanted);
    }
  }

  /** Sends an update of an order to the trade stream. */
  publishTradeUpdate(update: Readonly<Record<string, unknown>>): void {
    for (const listener of this.#listeners) listener(update);
  }

  /** @returns what ends it */
  subscribe(subscriber: Subscriber): () => void {
    this.#subscribers.add(subscriber);
    return () => void this.#subscribers.delete(subscriber);
  }

  /** Whether a connection is open to this feed; most plans allow one. */
  has(feed: string): boolean {
    return [...this.#subscribers].some((subscriber) => subscriber.feed === feed);
  }

  /** @returns what ends it */
  listen(listener: (update: unknown) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }
}
