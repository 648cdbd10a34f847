import { parseLine, toAuditEntry, type ChainedEntry } from './audit-event.js';
import type { AuditPosition, FoundHead } from './audit-head.js';
import { MissingEntries } from './missing-entries.js';
import type { AuditLine } from './read-audit.js';
import { isUnchanged, NO_HASH, type AuditKey } from './seal.js';
import type { AuditFault, AuditFinding } from './verify-audit.js';

/** What is known of the entry with the highest number so far. */
interface Highest {
  readonly sequence: number;
  readonly hash: string;
  /** What follows it can be compared with it. */
  readonly isTrusted: boolean;
}

/** Goes through the lines of the log from first to last and says what is wrong with them. */
export class ChainWalk {
  readonly #key: AuditKey;
  readonly #found: FoundHead | undefined;
  readonly #missing = new MissingEntries();
  readonly #findings: AuditFinding[] = [];
  #highest: Highest = { sequence: 0, hash: NO_HASH, isTrusted: true };
  #headHash: string | undefined;
  #entries = 0;
  #tailBytes = 0;
  #tailPlace: AuditLine | undefined;
  /** A line that is no entry and, being the last so far, may be the rest of one. */
  #broken: AuditLine | undefined;

  constructor(key: AuditKey, found: FoundHead | undefined) {
    this.#key = key;
    this.#found = found;
  }

  get entries(): number {
    return this.#entries;
  }

  look(line: AuditLine): void {
    const entry = parseLine(line.text);
    if (this.#isBehindHead(entry)) return this.#addTail(line);
    this.#reportBroken();
    if (entry === undefined) {
      this.#broken = line;
      return;
    }
    this.#entries += 1;
    const isTrusted = this.#checkContent(line, entry);
    this.#checkPlace(line, entry, isTrusted);
    if (entry.sequence === this.#head?.sequence) this.#headHash = entry.hash;
    if (isTrusted) this.#readMend(line, entry);
  }

  /** What was found, the last check being that of the end. */
  finish(): readonly AuditFinding[] {
    if (this.#found === undefined && this.#entries > 0)
      this.#add('head', 'host.db does not tell where the log ends.');
    if (this.#found?.isConfirmed === false)
      this.#add('head', 'The end of the log in host.db was not written with the key of this vault.');
    this.#checkEnd();
    for (const { from, to } of this.#missing.toArray())
      this.#add('gap', `${entriesText(from, to)} missing.`, { sequence: from, until: to });
    if (this.#tailPlace !== undefined) this.#reportTail(this.#tailPlace);
    return this.#findings;
  }

  /** The end as host.db tells it, where that can be believed. */
  get #head(): AuditPosition | undefined {
    return this.#found?.isConfirmed === true ? this.#found.position : undefined;
  }

  /** What stands behind the last confirmed entry was never confirmed. */
  #isBehindHead(entry: ChainedEntry | undefined): boolean {
    const head = this.#head;
    if (head === undefined) return false;
    if (entry !== undefined) return entry.sequence > head.sequence;
    return this.#highest.sequence >= head.sequence;
  }

  #addTail(line: AuditLine): void {
    this.#reportBroken();
    this.#tailPlace ??= line;
    this.#tailBytes += Buffer.byteLength(line.text) + (line.isWhole ? 1 : 0);
  }

  /** Tells whether the entry is the one that was written. */
  #checkContent(line: AuditLine, entry: ChainedEntry): boolean {
    const { sequence, hash, seal } = entry;
    const isOwn = line.isWhole && isUnchanged(line.text, entry) && this.#key.confirms(seal, hash);
    if (!isOwn)
      this.#add('edited', `Entry ${sequence} is not what was written.`, { sequence, ...placeOf(line) });
    return isOwn;
  }

  #checkPlace(line: AuditLine, entry: ChainedEntry, isTrusted: boolean): void {
    const { sequence, hash, previous } = entry;
    const { sequence: last, hash: lastHash, isTrusted: isLastTrusted } = this.#highest;
    const place = { sequence, ...placeOf(line) };
    if (sequence <= last) {
      const wasMissing = this.#missing.remove(sequence);
      const how = wasMissing ? `stands behind entry ${last}` : 'stands here once more';
      return this.#add('reordered', `Entry ${sequence} ${how}.`, place);
    }
    this.#missing.add(last + 1, sequence - 1);
    if (sequence === last + 1 && isTrusted && isLastTrusted && previous !== lastHash)
      this.#add('edited', `Entry ${sequence} was written behind another entry ${last}.`, place);
    this.#highest = { sequence, hash, isTrusted };
  }

  /** The log notes itself what it found when it went on. */
  #readMend(line: AuditLine, chained: ChainedEntry): void {
    const entry = toAuditEntry(chained);
    if (entry?.kind !== 'mend' || entry.found === 'torn') return;
    const { sequence, at, found, bytes } = entry;
    const place = { sequence, ...placeOf(line) };
    if (found === 'head')
      return this.#add(
        'head',
        `When entry ${sequence} was written, at ${at}, the end in host.db was not the true one.`,
        place,
      );
    const [fault, what] =
      found === 'missing' ? (['truncated', 'less'] as const) : (['edited', 'more'] as const);
    this.#add(
      fault,
      `When entry ${sequence} was written, at ${at}, the log had ${bytes} bytes ${what} than before.`,
      place,
    );
  }

  #checkEnd(): void {
    const head = this.#head;
    if (head === undefined) return this.#reportBroken();
    const last = this.#highest.sequence;
    if (last < head.sequence) return this.#reportCut(last + 1, head);
    this.#reportBroken();
    if (this.#headHash !== head.hash && this.#headHash !== undefined)
      this.#add('head', `Entry ${head.sequence} is another one than the last one that host.db tells of.`, {
        sequence: head.sequence,
      });
  }

  #reportCut(from: number, { sequence: until, synced }: AuditPosition): void {
    const rest = this.#broken === undefined ? {} : placeOf(this.#broken);
    const place = { sequence: from, until, ...rest };
    const what = `${entriesText(from, until)} missing at the end`;
    if (from > synced)
      return this.#add('lost', `${what}. The disk may not have had them yet: power may have failed.`, place);
    this.#add('truncated', `${what}.`, place);
  }

  #reportBroken(): void {
    if (this.#broken === undefined) return;
    const place = placeOf(this.#broken);
    this.#add('edited', `Line ${place.line} of ${place.file} is no entry.`, place);
    this.#broken = undefined;
  }

  #reportTail(line: AuditLine): void {
    const message = `${this.#tailBytes} bytes were being written when a host was stopped. Nothing that was confirmed is missing; the next entry moves them aside.`;
    this.#add('torn', message, placeOf(line));
  }

  #add(fault: AuditFault, message: string, place: Omit<AuditFinding, 'fault' | 'message'> = {}): void {
    this.#findings.push({ fault, message, ...place });
  }
}

function placeOf({ file, number }: AuditLine): { readonly file: string; readonly line: number } {
  return { file, line: number };
}

function entriesText(from: number, to: number): string {
  return from === to ? `Entry ${from} is` : `Entries ${from} to ${to} are`;
}
