import { followSocket, parseJson, ProblemError, type Quote, type SocketLine } from '@bourse/sdk';
import type { Contract } from './contracts.js';
import { FIELDS, toQuote } from './to-quote.js';
import { WireObject } from './wire-object.js';

const PATH = '/v1/api/ws';

/** Without a sign of life the institution ends the stream. */
const SIGN_OF_LIFE = { text: 'tic', everyMs: 55_000 };

interface Options {
  /** Where the API is. */
  readonly host: string;
  /** By `conid`. */
  readonly contracts: ReadonlyMap<string, Contract>;
  /** Makes the institution ready for one more connection. */
  readonly prepare: () => Promise<void>;
  /** Ends the stream. */
  readonly signal: AbortSignal;
}

/** Quotes as they come; each connection subscribes to each contract. */
export function streamQuotes({
  host,
  contracts,
  prepare,
  signal,
}: Options): AsyncGenerator<Quote, void, void> {
  /** What is known of each instrument: a message has only what has changed. */
  const known = new Map<string, object>();
  const fields = JSON.stringify({ fields: FIELDS });
  return followSocket<Quote>({
    url: `wss://${host}${PATH}`,
    signOfLife: SIGN_OF_LIFE,
    signal,
    prepare,
    opened: (line) => {
      known.clear();
      for (const conid of contracts.keys()) line.send(`smd+${conid}+${fields}`);
    },
    received: (text, line) => take(readMessage(text), { contracts, known, line }),
  });
}

interface Taken {
  readonly contracts: Options['contracts'];
  readonly known: Map<string, object>;
  readonly line: SocketLine<Quote>;
}

function take(message: object, { contracts, known, line }: Taken): void {
  const wire = new WireObject(message, 'stream');
  if (wire.text('topic')?.startsWith('smd+') !== true) return;
  const conid = wire.neededText('conid');
  const contract = contracts.get(conid);
  if (contract === undefined) return;
  const merged = { ...known.get(conid), ...message };
  known.set(conid, merged);
  const quote = toQuote(new WireObject(merged, 'stream'), contract);
  if (quote !== undefined) line.give(quote);
}

function readMessage(text: string): object {
  const message = parse(text);
  return typeof message === 'object' && message !== null ? message : {};
}

function parse(text: string): unknown {
  try {
    return parseJson(text);
  } catch (cause) {
    throw new ProblemError(
      { code: 'MALFORMED_RESPONSE', message: 'The stream of quotes sent what is no JSON.' },
      { cause },
    );
  }
}
