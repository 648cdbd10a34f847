import { instrumentKey } from '@bourse/core';
import type { Instrument } from '@bourse/core/interfaces';
import type { Entry } from '../entries/entry.js';
import type { LedgerData } from '../entries/ledger-data.js';

/**
 * Tells by what an instrument is known within an account. Where some records of an account name an instrument by the
 * institution's id and others by its ISIN alone, they are about one holding, unless several ids have that ISIN.
 */
export class InstrumentIndex {
  readonly #instruments: ReadonlyMap<number, Instrument>;
  /** Keys of instruments with an id, by account and ISIN. */
  readonly #keysByIsin = new Map<string, Set<string>>();
  readonly #keys = new Map<string, string>();

  constructor({ instruments, entries }: Pick<LedgerData, 'instruments' | 'entries'>) {
    this.#instruments = instruments;
    const seen = new Set<string>();
    for (const entry of entries) this.#learnFrom(entry, seen);
  }

  /** The instrument that an entry is about. */
  get(instrument: number | undefined): Instrument | undefined {
    return instrument === undefined ? undefined : this.#instruments.get(instrument);
  }

  keyOf(account: number, instrument: Instrument): string {
    const { brokerId, isin } = instrument;
    if (brokerId !== undefined || isin === undefined) return instrumentKey(instrument);
    const keys = this.#keysByIsin.get(`${account} ${isin}`);
    const [key] = keys?.size === 1 ? keys : [];
    return key ?? instrumentKey(instrument);
  }

  /** The same as `keyOf` for the instrument that an entry names, remembered, since many entries name the same. */
  keyOfEntry({ account, instrument }: Entry): string | undefined {
    const found = this.get(instrument);
    if (found === undefined) return undefined;
    const place = `${account} ${instrument}`;
    const key = this.#keys.get(place) ?? this.keyOf(account, found);
    this.#keys.set(place, key);
    return key;
  }

  #learnFrom(entry: Entry, seen: Set<string>): void {
    for (const { instrument } of entry.detail.legs ?? []) this.#learn(entry.account, instrument);
    if (entry.instrument === undefined) return;
    const place = `${entry.account} ${entry.instrument}`;
    const instrument = this.get(entry.instrument);
    if (seen.has(place) || instrument === undefined) return;
    seen.add(place);
    this.#learn(entry.account, instrument);
  }

  #learn(account: number, instrument: Instrument): void {
    if (instrument.brokerId === undefined || instrument.isin === undefined) return;
    const place = `${account} ${instrument.isin}`;
    this.#keysByIsin.set(place, (this.#keysByIsin.get(place) ?? new Set()).add(instrumentKey(instrument)));
  }
}

/** What an instrument is known by across accounts: its ISIN, else its kind, symbol, currency and terms. */
export function commonKeyOf({ brokerId: _, ...instrument }: Instrument): string {
  return instrumentKey(instrument);
}
