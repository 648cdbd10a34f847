import type { Quote } from '../records/quote.js';
import type { QuotesRequest } from './quote-service.js';

/** Prices as they come. The host reads until it has enough, then ends the iteration; the plugin closes what it opened. */
export interface StreamService {
  subscribeQuotes(request: QuotesRequest): AsyncIterable<Quote>;
}
