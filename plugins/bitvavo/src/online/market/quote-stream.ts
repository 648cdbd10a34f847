import { followSocket, type ProblemError, type Quote, type SocketLine } from '@bourse/sdk';
import { complaintProblem, readComplaint } from '../api/errors.js';
import { malformed, readObject, type JsonObject } from '../api/json.js';
import type { Market } from './markets.js';
import { Ticker } from './ticker.js';

const URL = 'wss://ws.bitvavo.com/v2/';

interface Options {
  /** By name, such as `BTC-EUR`; Bitvavo has all of them. */
  readonly markets: ReadonlyMap<string, Market>;
  /** Ends the stream. */
  readonly signal: AbortSignal;
}

/** Quotes as they come; each connection authenticates and subscribes. */
export async function* streamQuotes({ markets, signal }: Options): AsyncGenerator<Quote> {
  if (markets.size === 0) return;
  const tickers = new Map([...markets].map(([name, market]) => [name, new Ticker(market)]));
  yield* followSocket<Quote>({
    url: URL,
    signal,
    // The host adds key, signature and time.
    opened: (line) => line.send({ action: 'authenticate' }),
    received: (text, line) => take(readObject(parse(text), 'stream'), tickers, line),
  });
}

function take(message: JsonObject, tickers: ReadonlyMap<string, Ticker>, line: SocketLine<Quote>): void {
  const complaint = readComplaint(message);
  if (complaint !== undefined) tryAgain(complaintProblem(complaint), line);
  else if (message.event === 'authenticate') line.send(subscription([...tickers.keys()]));
  else if (message.event === 'subscribed') line.confirm();
  else if (message.event === 'ticker') {
    const ticker = tickers.get(String(message.market));
    if (ticker !== undefined) line.give(ticker.take(message, new Date().toISOString()));
  }
}

/** What passes by itself is tried again with another connection. */
function tryAgain(problem: ProblemError, line: SocketLine<Quote>): void {
  if (problem.code !== 'UNAVAILABLE' && problem.code !== 'RATE_LIMITED') throw problem;
  line.close();
}

function subscription(markets: readonly string[]): object {
  return { action: 'subscribe', channels: [{ name: 'ticker', markets }] };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw malformed('the stream sent what is no JSON.', 'stream');
  }
}
