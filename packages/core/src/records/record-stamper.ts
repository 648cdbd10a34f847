import type { DraftSource, RecordKind, Source, SourceChannel } from '../interfaces/index.js';
import { DEFAULT_ACCOUNT_ID } from '../interfaces/index.js';
import { accountOf, idNameOf, type AccountNames } from './account-names.js';
import { BookingMemory, type Booking } from './booking-memory.js';
import { contentDigest } from './content-digest.js';
import { digestOf } from './digest.js';
import type { DraftByKind, RecordByKind } from './record-draft.js';
import { bookingKey, naturalKey, recordFingerprint, recordId, type RecordOwner } from './record-identity.js';
import { traitsOf, type Traits } from './traits.js';

/** Where all records of one file or one answer come from. */
export interface Provenance extends AccountNames {
  readonly institution: string;
  readonly connectionId?: string | undefined;
  readonly channel: SourceChannel;
}

/** A record that got another id than it had before, because its booking id turned out to be none. */
export interface Rekeyed {
  readonly kind: RecordKind;
  readonly from: string;
  readonly to: string;
}

/** What became of a draft: a record, or nothing because the file repeats a booking word for word. */
export interface Stamped<Kind extends RecordKind> {
  readonly record?: RecordByKind[Kind];
  readonly rekeyed?: Rekeyed;
}

/** Whose record is to be stamped. */
interface Owner<Kind extends RecordKind> extends RecordOwner {
  readonly kind: Kind;
  /** The account that it belongs to; `accountId` is the one that its id is made of. */
  readonly belongsTo: string;
}

/**
 * Gives the records of one file or one answer their identity. It counts occurrences, so it lives as long as the file:
 * equal rows get the indexes 0, 1, …, and a file that overlaps gives the same ids again. Of one booking id a file tells as many
 * bookings as it says different things under it, in whatever order: a row that says the same again repeats.
 */
export class RecordStamper {
  readonly #provenance: Provenance;
  readonly #bookings = new BookingMemory();
  /** Digests of what all bookings under an id say, once they were found to be different ones. */
  readonly #shared = new Map<string, Set<string>>();
  /** How often a row was given an id, over all statements of the file. */
  readonly #occurrences = new Map<string, number>();
  /** How often a row stood in a statement, for files of several statements. */
  readonly #occurrencesIn = new Map<string, number>();

  constructor(provenance: Provenance) {
    this.#provenance = provenance;
  }

  /** The account that a plugin's account id stands for. */
  accountOf(accountId: string): string {
    return accountOf(accountId, this.#provenance);
  }

  stamp<Kind extends RecordKind>(kind: Kind, draft: DraftByKind[Kind]): Stamped<Kind> {
    const belongsTo = this.accountOf(draft.accountId ?? DEFAULT_ACCOUNT_ID);
    const owner = {
      institution: this.#provenance.institution,
      accountId: idNameOf(belongsTo, this.#provenance),
      belongsTo,
      kind,
    };
    const traits = traitsOf[kind](draft);
    const natural = naturalKey(traits, draft.source);
    const booking = bookingKey(draft.source);
    if (booking === undefined) return this.#stampNatural(owner, draft, traits, natural);
    return this.#stampBooking(owner, draft, traits, natural, booking);
  }

  #stampNatural<Kind extends RecordKind>(
    owner: Owner<Kind>,
    draft: DraftByKind[Kind],
    traits: Traits,
    natural: string,
  ): Stamped<Kind> {
    const { statement } = draft.source;
    if (statement !== undefined && this.#isRepeated(owner, natural, statement)) return {};
    return { record: this.#complete(owner, draft, traits, this.#naturalId(owner, natural)) };
  }

  #stampBooking<Kind extends RecordKind>(
    owner: Owner<Kind>,
    draft: DraftByKind[Kind],
    traits: Traits,
    natural: string,
    booking: string,
  ): Stamped<Kind> {
    const id = recordId(owner, booking);
    const content = contentDigest(withoutRelations(draft));
    const former = this.#bookings.find(id);
    if (former === undefined) {
      this.#bookings.add(id, { natural, content, statement: draft.source.statement });
      return { record: this.#complete(owner, draft, traits, id) };
    }
    const shared = this.#shared.get(id);
    if (shared === undefined ? former.content === content : shared.has(content)) return {};
    const rekeyed =
      shared === undefined ? { kind: owner.kind, from: id, to: this.#naturalIdOf(owner, former) } : undefined;
    this.#shared.set(id, (shared ?? new Set([former.content])).add(content));
    const stamped = this.#stampNatural(owner, draft, traits, natural);
    return rekeyed === undefined ? stamped : { ...stamped, rekeyed };
  }

  /** The id of a booking whose own id was none: it counts in its statement like any row without an id. */
  #naturalIdOf(owner: RecordOwner, { natural, statement }: Booking): string {
    if (statement !== undefined) this.#isRepeated(owner, natural, statement);
    return this.#naturalId(owner, natural);
  }

  /** Counts a row in its statement: whether an earlier one of the file has as many equal rows as this one up to now. */
  #isRepeated(owner: RecordOwner, natural: string, statement: string): boolean {
    const first = recordId(owner, natural, 0);
    const counted = `${statement} ${first}`;
    const occurrence = this.#occurrencesIn.get(counted) ?? 0;
    this.#occurrencesIn.set(counted, occurrence + 1);
    return occurrence < (this.#occurrences.get(first) ?? 0);
  }

  /** Counted by the id of the first one, which takes a fraction of the memory that the key itself takes. */
  #naturalId(owner: RecordOwner, natural: string): string {
    const first = recordId(owner, natural, 0);
    const occurrence = this.#occurrences.get(first) ?? 0;
    this.#occurrences.set(first, occurrence + 1);
    return occurrence === 0 ? first : recordId(owner, natural, occurrence);
  }

  #complete<Kind extends RecordKind>(
    owner: Owner<Kind>,
    draft: DraftByKind[Kind],
    traits: Traits,
    id: string,
  ): RecordByKind[Kind] {
    const { source, linkId, reverses, ...content } = draft;
    const reversed = reverses === undefined ? undefined : bookingKey(reverses);
    const record = {
      id,
      fingerprint: recordFingerprint(owner, traits),
      ...content,
      accountId: owner.belongsTo,
      source: this.#sourceOf(owner.belongsTo, source),
      ...(linkId === undefined
        ? {}
        : { linkId: digestOf([owner.institution, owner.accountId, 'LINK', linkId]) }),
      ...(reversed === undefined ? {} : { reverses: recordId(owner, reversed) }),
    };
    // The compiler cannot follow a kind through a spread of its draft; the contract's schemas say that this holds.
    return record as unknown as RecordByKind[Kind];
  }

  #sourceOf(accountId: string, { section, recordId: booking, rows }: DraftSource): Source {
    const { institution, connectionId, channel } = this.#provenance;
    return {
      institution,
      ...(connectionId === undefined ? {} : { connectionId }),
      accountId,
      channel,
      ...(section === undefined ? {} : { section }),
      ...(booking === undefined ? {} : { recordId: booking }),
      ...(rows === undefined ? {} : { rows }),
    };
  }
}

/** A draft without what it says of others: that depends on which of them stand before it in the file. */
function withoutRelations({ linkId: _, reverses: __, ...content }: DraftByKind[RecordKind]): object {
  return content;
}
