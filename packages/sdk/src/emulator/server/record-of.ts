import type { Call } from '../call/call.js';
import type { JournalEntry } from '../journal/journal-entry.js';

/** What the journal keeps of a request. */
export function recordOf(
  call: Call,
  about: Pick<JournalEntry, 'sequence' | 'at' | 'route' | 'status' | 'faults'>,
): JournalEntry {
  return {
    sequence: about.sequence,
    at: about.at,
    method: call.method,
    origin: call.origin,
    path: call.target.split('?', 1)[0] ?? '',
    query: [...call.query],
    target: call.target,
    headers: call.headers,
    body: call.body,
    route: about.route,
    verdict: call.verdict,
    status: about.status,
    faults: about.faults,
  };
}
