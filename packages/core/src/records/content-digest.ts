import { isDecimal } from '../interfaces/index.js';
import { canonicalDecimal } from './canonical-decimal.js';
import { digestOf } from './digest.js';

/** Fields that present a record and tell nothing of the event: texts differ by language, rows and raw by file. */
const PRESENTATION: ReadonlySet<string> = new Set([
  'id',
  'fingerprint',
  'source',
  'raw',
  'derived',
  'description',
  'name',
]);

/**
 * The digest of what a record says, apart from its identity and presentation. Two bookings of one id with equal
 * digests are the same; with other digests the later one revises the former.
 */
export function contentDigest(record: object): string {
  return digestOf([JSON.stringify(contentOf(record))]);
}

function contentOf(value: unknown): unknown {
  if (typeof value === 'string') return isDecimal(value) ? canonicalDecimal(value) : value;
  if (Array.isArray(value)) return value.map(contentOf);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(
    ([name, content]) => content !== undefined && !PRESENTATION.has(name) && !isTimeOfLooking(name, content),
  );
  return entries
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, content]) => [name, contentOf(content)]);
}

/** The instant at which somebody looked at what is held tells nothing of it; the day that a statement is of does. */
function isTimeOfLooking(name: string, content: unknown): boolean {
  return name === 'asOf' && typeof content === 'string' && content.includes('T');
}
