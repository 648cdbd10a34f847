import { openLedger, type Ledger } from '@bourse/portfolio';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { BadDay } from '../bad-day.ts';
import { Day } from './day.ts';
import { Host } from './host.ts';
import { Institution } from './institution.ts';
import { sync, type Outcome } from './sync.ts';
import type { Wire } from './wire.ts';

/** A ledger after a sync in which nothing went wrong. */
export interface Undisturbed {
  readonly outcome: Outcome;
  readonly dump: readonly string[];
  /** Of the connection beside it alone. */
  readonly besides: readonly string[];
}

/** One host with one institution that has bad days, and another one beside it that has none. */
export class Scene implements AsyncDisposable {
  readonly host: Host;
  readonly plugin: string;
  /** Of live connections; the others go to this machine by themselves. */
  readonly wire: Wire | undefined;
  readonly #beside: Institution;
  #undisturbed: Promise<Undisturbed> | undefined;

  private constructor(host: Host, plugin: string, beside: Institution, wire: Wire | undefined) {
    this.host = host;
    this.plugin = plugin;
    this.wire = wire;
    this.#beside = beside;
  }

  static async start(plugin: string, wire?: Wire): Promise<Scene> {
    // Whoever gives exchange rates has none to give without records in another currency.
    const beside = plugin === 'bitvavo' || plugin === 'ecb-rates' ? 'alpaca' : 'bitvavo';
    const host = await Host.start([plugin, beside], wire === undefined ? {} : { gateway: wire.ports });
    const institution = await Institution.start(beside, host);
    const { credentials, origins } = institution;
    await host.manager.connections.add({ plugin: beside, credentials, origins });
    return new Scene(host, plugin, institution, wire);
  }

  openLedger(): Ledger {
    return openLedger(join(this.host.home, `${randomUUID()}.db`));
  }

  begin(day: Omit<BadDay, 'name'>): Promise<Day> {
    return Day.begin(this, day);
  }

  /** Syncs the connection to which nothing happens. */
  syncBeside(ledger: Ledger): Promise<Outcome> {
    return sync(this.host, this.#beside.running.name, { ledger, isFull: true });
  }

  /** What every bad day has to lead to in the end. */
  get undisturbed(): Promise<Undisturbed> {
    this.#undisturbed ??= this.#spendGoodDay();
    return this.#undisturbed;
  }

  async #spendGoodDay(): Promise<Undisturbed> {
    await using day = await this.begin({});
    return await day.observeAnew();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.host[Symbol.asyncDispose]();
    await this.#beside[Symbol.asyncDispose]();
  }
}
