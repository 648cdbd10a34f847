import type { NewConnection } from '@bourse/core';
import type { Fault } from '@bourse/sdk/emulator';
import type { Ledger } from '@bourse/portfolio';
import type { BadDay, PlannedFault } from '../bad-day.ts';
import { findSecrets } from './find-secrets.ts';
import { Institution } from './institution.ts';
import { dumpLedger } from './ledger-dump.ts';
import type { Scene, Undisturbed } from './scene.ts';
import { sync, type Outcome } from './sync.ts';

/** How long the host waits for a sign of the institution, in milliseconds. */
const PATIENT_MS = 30_000;
const IMPATIENT_MS = 300;

/** One day: an institution that has just opened, a new connection and an empty ledger. */
export class Day implements AsyncDisposable {
  institution: Institution;
  readonly ledger: Ledger;
  readonly #scene: Scene;
  #connection: string;
  readonly #shown: unknown[] = [];

  private constructor(scene: Scene, institution: Institution, connection: string) {
    this.institution = institution;
    this.ledger = scene.openLedger();
    this.#scene = scene;
    this.#connection = connection;
  }

  static async begin(scene: Scene, day: Omit<BadDay, 'name'>): Promise<Day> {
    const institution = await open(scene, day);
    scene.host.idleMs = day.isImpatient === true ? IMPATIENT_MS : PATIENT_MS;
    return new Day(scene, institution, await connect(scene, institution, day));
  }

  plan(faults: readonly PlannedFault[] = []): void {
    for (const { fault, route, skip = 0, times = Infinity } of faults)
      this.institution.running.faults.inject(fault as string | Fault<unknown, unknown>, {
        ...(route === undefined ? {} : { route }),
        skip,
        times,
      });
  }

  /** Syncs, while the other connection does so too; rates come last, as always. */
  async sync(typed?: string): Promise<{ readonly outcome: Outcome; readonly beside: Outcome }> {
    const { host } = this.#scene;
    const others = this.#scene.syncBeside(this.ledger);
    if (host.manager.connections.get(this.#connection).services.includes('rates')) await others;
    const outcome = await sync(host, this.#connection, {
      ledger: this.ledger,
      logIn: { askCode: async () => typed },
    });
    this.#shown.push(outcome);
    return { outcome, beside: await others };
  }

  /** What a connection that knows nothing yet leads to in a ledger of its own, when nothing goes wrong. */
  async observeAnew(): Promise<Undisturbed> {
    const { host } = this.#scene;
    await host.manager.connections.remove(this.#connection);
    this.#connection = await connect(this.#scene, this.institution, {});
    using ledger = this.#scene.openLedger();
    await this.#scene.syncBeside(ledger);
    const besides = dumpLedger(ledger);
    const outcome = await sync(host, this.#connection, { ledger });
    return { outcome, dump: dumpLedger(ledger), besides };
  }

  /** Logs in beside, with the key that makes codes. @returns the code that was used */
  async useCode(): Promise<string | undefined> {
    const { connections } = this.#scene.host.manager;
    const id = await connect(this.#scene, this.institution, {});
    await connections.logIn(id);
    await connections.remove(id);
    return this.institution.codes.at(-1);
  }

  /** The institution is as always, and the user has given what is right. */
  async mend({ mended, credentials, isImpatient, certificate, program }: BadDay): Promise<void> {
    const { connections } = this.#scene.host.manager;
    this.institution.running.faults.clear();
    if (this.#scene.wire !== undefined) this.#scene.wire.answers = [];
    this.#scene.host.idleMs = PATIENT_MS;
    this.plan(mended?.map((each) => ({ times: 1, ...each })));
    this.#scene.host.clock.advance(60_000);
    if (certificate !== undefined) await this.#renewCertificate();
    if (program !== undefined)
      await connections.programs.trust(
        this.#connection,
        await findPrograms(this.#scene, this.institution, {}),
      );
    if (certificate !== undefined || credentials !== undefined || isImpatient === true) {
      await connections.setCredentials(this.#connection, this.institution.credentials);
    } else if (connections.get(this.#connection).refusedLogin !== undefined) {
      await connections.logIn(this.#connection);
    }
  }

  async #renewCertificate(): Promise<void> {
    const { credentials } = this.institution;
    await this.institution[Symbol.asyncDispose]();
    this.institution = await open(this.#scene, { credentials });
  }

  get dump(): string[] {
    return dumpLedger(this.ledger);
  }

  get secretsFound(): string[] {
    return findSecrets(this.#scene.host, this.institution, this.#shown);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.ledger.close();
    await this.#scene.host.manager.connections.remove(this.#connection);
    await this.institution[Symbol.asyncDispose]();
  }
}

const FLAWS = { expired: 'expired', 'of another name': 'otherName' } as const;

/** Opens the institution, and the way to it where the connection is live. */
async function open({ plugin, host, wire, program }: Scene, day: Omit<BadDay, 'name'>): Promise<Institution> {
  if (program !== undefined) return Institution.start(plugin, host, { tls: true });
  if (wire === undefined) return Institution.start(plugin, host);
  const { certificate, addresses = [] } = day;
  const institution = await Institution.start(plugin, host, {
    tls: true,
    ...(day.credentials === undefined ? {} : { credentials: day.credentials }),
    ...(certificate === undefined || certificate === 'of another authority'
      ? {}
      : { badCertificate: FLAWS[certificate] }),
  });
  wire.lead(institution);
  wire.isTrusted = certificate !== 'of another authority';
  wire.answers = addresses.map((each) => [...each]);
  return institution;
}

async function connect(
  scene: Scene,
  institution: Institution,
  given: Pick<BadDay, 'credentials' | 'program'>,
): Promise<string> {
  const { host, plugin, wire, program } = scene;
  const { credentials, origins } = institution;
  const { id } = await host.manager.connections.add({
    plugin,
    credentials: withoutEmpty({ ...credentials, ...given.credentials }),
    ...(wire === undefined && program === undefined ? { origins } : {}),
    programs: await findPrograms(scene, institution, given),
  });
  return id;
}

/** As the user has seen it on another day. */
const ANOTHER_CERTIFICATE = `sha256:${'0af3'.repeat(16)}`;
/** Nobody may listen there but the system itself. */
const NOBODY = 1;

/** What the user has approved: the program that runs, or one that is not there any more. */
async function findPrograms(
  { host, program: origin, plainPort }: Scene,
  { running }: Institution,
  { program: flaw }: Pick<BadDay, 'program'>,
): Promise<NonNullable<NewConnection['programs']>> {
  if (origin === undefined) return {};
  const port = Number(new URL(running.origins[origin] ?? '').port);
  const { certificate } = await host.manager.connections.programs.readCertificate(port);
  const ports = { 'not running': NOBODY, 'without TLS': plainPort, 'another certificate': port };
  return {
    [origin]: {
      port: flaw === undefined ? port : ports[flaw],
      certificate: flaw === 'another certificate' ? ANOTHER_CERTIFICATE : certificate,
    },
  };
}

function withoutEmpty(credentials: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(credentials).filter(([, value]) => value !== ''));
}
