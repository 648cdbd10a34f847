import type { OutgoingRequest } from '../outgoing-request.js';
import { toPercent } from '../percent.js';

/** The request with one more pair at the end of its query, whose other pairs keep their encoding. */
export function placeQuery(request: OutgoingRequest, name: string, value: string): OutgoingRequest | string {
  if (request.url.searchParams.has(name)) return `The plugin wrote "${name}" into the query itself.`;
  const url = new URL(request.url);
  const pair = `${toPercent(Buffer.from(name))}=${toPercent(Buffer.from(value))}`;
  url.search = url.search === '' ? pair : `${url.search}&${pair}`;
  return { ...request, url };
}
