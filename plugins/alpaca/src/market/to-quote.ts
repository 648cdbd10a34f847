import type { AuthoredBrokerServices, Instrument } from '@bourse/sdk';
import { Fields, malformed } from '../api/fields.js';
import { toUtc } from '../eastern.js';
import type { AlpacaSettings } from '../settings.js';

type QuoteService = NonNullable<AuthoredBrokerServices['quote']>;

/** The contract's quote. */
export type Quote = Awaited<ReturnType<QuoteService['getQuotes']>>[number];

/** What Alpaca calls a quote: `bp` and `ap` are prices, 0 where nobody bids or asks, `t` has nanoseconds. */
export function toQuote(value: unknown, instrument: Instrument, feed: AlpacaSettings['feed']): Quote {
  const row = new Fields(value, 'quote');
  const at = toUtc(row.text('t'));
  if (at === undefined) throw malformed('"t" is no instant.', 'quote.t');
  const [bid, ask] = [row.optionalDecimal('bp'), row.optionalDecimal('ap')];
  return {
    instrument,
    ...(bid === undefined || Number(bid) === 0 ? {} : { bid }),
    ...(ask === undefined || Number(ask) === 0 ? {} : { ask }),
    currency: 'USD',
    at,
    delay: feed === 'delayed_sip' ? 'DELAYED' : 'REALTIME',
  };
}
