import { openLedger, type Ledger } from '@bourse/portfolio';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { BadDay, BadDays } from '../bad-day.ts';
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
  /** The origin of a program on this machine that live connections go through. */
  readonly program: string | undefined;
  readonly #beside: Institution;
  #undisturbed: Promise<Undisturbed> | undefined;

  private constructor(parts: Pick<Scene, 'host' | 'plugin' | 'wire' | 'program'>, beside: Institution) {
    this.host = parts.host;
    this.plugin = parts.plugin;
    this.wire = parts.wire;
    this.program = parts.program;
    this.#beside = beside;
  }

  static async start({ plugin, settings, program }: Omit<BadDays, 'days'>, wire?: Wire): Promise<Scene> {
    // Whoever gives exchange rates has none to give without records in another currency.
    const beside = plugin === 'bitvavo' || plugin === 'ecb-rates' ? 'alpaca' : 'bitvavo';
    const host = await Host.start(
      [plugin, beside],
      wire === undefined ? {} : { gateway: wire.ports },
      settings === undefined ? {} : { [plugin]: settings },
    );
    const institution = await Institution.start(beside, host);
    const { credentials, origins } = institution;
    await host.manager.connections.add({ plugin: beside, credentials, origins });
    return new Scene({ host, plugin, wire, program }, institution);
  }

  openLedger(): Ledger {
    return openLedger(join(this.host.home, `${randomUUID()}.db`));
  }

  begin(day: Omit<BadDay, 'name'>): Promise<Day> {
    return Day.begin(this, day);
  }

  /** A port of this machine on which somebody listens who speaks no TLS. */
  get plainPort(): number {
    return Number(new URL(this.#beside.running.baseUrl).port);
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
