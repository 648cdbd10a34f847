import { followSocket, ProblemError, type Instrument, type SocketLine } from '@bourse/sdk';
import type { AlpacaSettings } from '../settings.js';
import { bySymbol } from './quotes.js';
import { readMessages, toFatal, type StreamMessage } from './stream-messages.js';
import { toQuote, type Quote } from './to-quote.js';

const ORIGIN = 'wss://stream.data.alpaca.markets';

interface Options {
  readonly feed: AlpacaSettings['feed'];
  readonly instruments: readonly Instrument[];
  /** Ends the stream. */
  readonly signal: AbortSignal;
}

/** Quotes as they come; each connection subscribes once the keys, which the host adds, are taken. */
export async function* streamQuotes({ feed, instruments, signal }: Options): AsyncGenerator<Quote> {
  const wanted = bySymbol(instruments);
  if (wanted.size === 0) return;
  yield* followSocket<Quote>({
    url: `${ORIGIN}/v2/${feed}`,
    signal,
    received: (text, line) => {
      for (const message of read(text)) take(message, { wanted, feed, line });
    },
  });
}

interface Taken {
  readonly wanted: ReadonlyMap<string, Instrument>;
  readonly feed: AlpacaSettings['feed'];
  readonly line: SocketLine<Quote>;
}

function take(message: StreamMessage, { wanted, feed, line }: Taken): void {
  const { type, fields, value } = message;
  if (type === 'success' && fields.optionalText('msg') === 'authenticated') {
    line.send({ action: 'subscribe', quotes: [...wanted.keys()] });
  } else if (type === 'subscription') {
    line.confirm();
  } else if (type === 'error') {
    const fatal = toFatal(message);
    if (fatal !== undefined) throw fatal;
    line.close();
  } else if (type === 'q') {
    const instrument = wanted.get(fields.text('S'));
    if (instrument !== undefined) line.give(toQuote(value, instrument, feed));
  }
}

function read(text: string): StreamMessage[] {
  try {
    return readMessages(text);
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    throw new ProblemError({ code: 'MALFORMED_RESPONSE', message: "Alpaca's stream sent what is no JSON." });
  }
}
