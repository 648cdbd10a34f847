import { createHmac, hash, timingSafeEqual } from 'node:crypto';
import type { AuditChain, AuditEvent, ChainedEntry } from './audit-event.js';
import { canonicalJson } from './canonical-json.js';

/** What stands for the entry before the first. */
export const NO_HASH = '0'.repeat(64);

/** The key of the audit, and what only it can make. */
export class AuditKey {
  readonly #key: Buffer;

  /** @param key Copied. */
  constructor(key: Uint8Array) {
    this.#key = Buffer.from(key);
  }

  seal(text: string): string {
    return createHmac('sha256', this.#key).update(text).digest('hex');
  }

  confirms(seal: string, text: string): boolean {
    const expected = Buffer.from(this.seal(text));
    const found = Buffer.from(seal);
    return expected.length === found.length && timingSafeEqual(expected, found);
  }

  close(): void {
    this.#key.fill(0);
  }
}

/** A member of an object by its name, with its canonical text. */
type Member = readonly [name: string, text: string];

function canonicalMember(name: string, value: unknown): string {
  return `${canonicalJson(name)}:${canonicalJson(value)}`;
}

/** The canonical text of an object of these members: RFC 8785 sorts names by their UTF-16 units, as JavaScript does. */
function joined(members: readonly Member[]): string {
  const sorted = members.toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `{${sorted.map(([, text]) => text).join(',')}}`;
}

/** Puts an event behind the entry before it. */
export function chainEvent(
  event: AuditEvent,
  link: Pick<AuditChain, 'sequence' | 'at' | 'previous'>,
  key: AuditKey,
): { readonly line: string; readonly hash: string } {
  const members = Object.entries({ ...event, ...link }).filter(([, value]) => value !== undefined);
  const content = members.map(([name, value]): Member => [name, canonicalMember(name, value)]);
  const digest = hash('sha256', joined(content));
  const chained = { hash: digest, seal: key.seal(digest) };
  const own = Object.entries(chained).map(([name, value]): Member => [name, canonicalMember(name, value)]);
  return { line: `${joined([...content, ...own])}\n`, hash: digest };
}

/** Tells whether a line is what was once made of its entry, byte by byte. */
export function isUnchanged(line: string, entry: ChainedEntry): boolean {
  const { hash: told, seal: _seal, ...content } = entry;
  return line === canonicalJson(entry) && hash('sha256', canonicalJson(content)) === told;
}
