import { inspect } from 'node:util';
import { ProblemError } from '@bourse/core/interfaces';
import { keepBeating, type RunningEmulator } from '@bourse/sdk/emulator';
import type { PluginEmulator } from '../../emulator/plugin-emulators.ts';
import { markLike, type Canary } from '../canary.ts';
import type { CanaryHost } from './canary-host.ts';
import { REQUESTS } from './requests.ts';
import type { Way } from './ways.ts';

type Session = Parameters<Parameters<CanaryHost['manager']['connections']['use']>[1]>[0];
type Credentials = Readonly<Record<string, string>>;

/** The longest that one thing is waited for, in milliseconds: a pause that an institution asks for is longer. */
const PATIENCE_MS = 4_000;

/** And for all that is done on one day. */
const DAY_MS = 60_000;

const BAD_DAYS = [
  { kind: 'maintenance', status: 500 },
  { kind: 'malformedJson' },
  { kind: 'truncate', afterBytes: 10 },
] as const;

/** Lets a plugin do all that it can do, on good and on bad days. Its cells live on. */
export class ProviderFlow implements AsyncDisposable {
  /** What went well. */
  readonly done: string[] = [];
  /** What did not come to its end on a good day: nothing was searched behind it. */
  readonly missed: string[] = [];
  readonly #host: CanaryHost;
  readonly #running: RunningEmulator<unknown, unknown>;
  readonly #given: readonly Canary[];
  readonly #credentials: Credentials;
  readonly #wrong: Credentials;

  private constructor(
    host: CanaryHost,
    running: RunningEmulator<unknown, unknown>,
    { credentials, isMarked, isSecret }: MarkedCredentials,
  ) {
    this.#host = host;
    this.#running = running;
    this.#credentials = credentials;
    const marked = Object.entries(credentials).filter(([name]) => isMarked(name));
    this.#wrong = Object.fromEntries(marked.map(([name, value]) => [name, markLike(value)]));
    const secret = Object.entries(credentials).filter(([name]) => isSecret(name));
    this.#given = [...secret, ...Object.entries(this.#wrong)].flatMap(([name, text]) =>
      partsOf(text).map((part) => ({
        name: `${running.name} ${name}`,
        text: part,
        isMarked: isMarked(name),
      })),
    );
  }

  /** Approves the plugin and starts its institution with credentials of ours. */
  static async start(host: CanaryHost, emulator: PluginEmulator, way: Way): Promise<ProviderFlow> {
    const { name: id } = emulator;
    const { manager } = host;
    await manager.installer.approve(id);
    await manager.settings.configure(id, way);
    const { manifest } = manager.info(id);
    const declared = manifest?.dialect === 'bourse' ? (manifest.credentials ?? {}) : {};
    const isSecret = (name: string): boolean => declared[name]?.secret === true;
    const isMarked = (name: string): boolean => isSecret(name) && (declared[name]?.form ?? 'text') === 'text';
    const credentials = Object.fromEntries(
      Object.entries(emulator.credentials).map(([name, value]) => [
        name,
        isMarked(name) ? markLike(value) : value,
      ]),
    );
    const running = await emulator.start({ credentials });
    return new ProviderFlow(host, running, { credentials, isMarked, isSecret });
  }

  /** Credentials as they were given, right and wrong, and every session and token that was handed out. */
  get canaries(): Canary[] {
    const { issued, name: id } = this.#running;
    const handedOut = issued.map(({ name, value }) => ({
      name: `${id} ${name}`,
      text: value,
      isMarked: false,
    }));
    return [...this.#given, ...handedOut];
  }

  async run(): Promise<void> {
    const { faults, name } = this.#running;
    using _pulse = keepBeating(this.#running);
    const { connections } = this.#host.manager;
    const origins = this.#origins();
    const right = await connections.add({ plugin: name, credentials: this.#credentials, origins });
    await this.#use(right.id, '');
    for (const fault of [...BAD_DAYS, ...faults.names]) {
      const day = typeof fault === 'string' ? fault : fault.kind;
      faults.inject(fault, { times: 3 });
      await this.#use(right.id, ` (${day})`);
      faults.clear();
    }
    if (Object.keys(this.#wrong).length === 0) return;
    const credentials = { ...this.#credentials, ...this.#wrong };
    const wrong = await connections.add({ plugin: name, credentials, origins });
    await this.#use(wrong.id, ' (wrong credentials)');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#running.close();
  }

  /** Some of what an emulator stands for is reached by other clients alone. */
  #origins(): Readonly<Record<string, string>> {
    const { manifest } = this.#host.manager.info(this.#running.name);
    const network = manifest?.dialect === 'bourse' ? (manifest.network ?? []) : [];
    const named = new Set(network.map(({ origin }) => origin));
    return Object.fromEntries(Object.entries(this.#running.origins).filter(([origin]) => named.has(origin)));
  }

  #use(connection: string, day: string): Promise<void> {
    return this.#try(`logs in${day}`, DAY_MS, (signal) =>
      this.#host.manager.connections.use(connection, (session) => this.#useAll(session, day), {
        signal,
        askCode: async () => '123456',
        approvalMs: 100,
        wait: async () => undefined,
      }),
    );
  }

  async #useAll(session: Session, day: string): Promise<void> {
    // What is asked of a list on a bad day is the same for all of them.
    for (const list of day === '' ? session.lists : session.lists.slice(0, 2))
      await this.#try(`${list.service}${day}`, PATIENCE_MS, async (signal) => {
        const { transactions, positions, problems } = await session
          .read(list, { signal, wait: async () => undefined })
          .collect();
        return [transactions, positions, problems];
      });
    if (session.mayFetchStatements)
      await this.#try(`statement${day}`, PATIENCE_MS, (signal) =>
        session.readStatement({ signal }).collect(),
      );
    for (const [service, method, request] of REQUESTS[this.#running.name] ?? [])
      await this.#try(`${service}${day}`, PATIENCE_MS, (signal) =>
        service === 'stream'
          ? first(session.watch(service, method, request))
          : session.call(service, method, request, signal),
      );
  }

  /** What comes of it, good or bad, is text that may show what it must not. */
  async #try(
    name: string,
    milliseconds: number,
    work: (signal: AbortSignal) => Promise<unknown>,
  ): Promise<void> {
    const { said } = this.#host;
    try {
      const value = await inTime(work(AbortSignal.timeout(milliseconds)), milliseconds);
      said.push(inspect(value, { depth: 12, maxArrayLength: null, maxStringLength: null }));
      this.done.push(name);
    } catch (error) {
      said.push(inspect(error, { depth: 12, showHidden: true }), JSON.stringify(error), String(error));
      if (isGoodDay(name) && !isNotOffered(error)) this.missed.push(`${name}: ${String(error)}`);
    }
  }
}

/** Bad days stand in brackets behind the name of a flow. */
function isGoodDay(flow: string): boolean {
  return !flow.endsWith(')');
}

/** What a plugin does not have is no flow of it. */
function isNotOffered(error: unknown): boolean {
  return error instanceof ProblemError && error.code === 'SERVICE_NOT_OFFERED';
}

interface MarkedCredentials {
  readonly credentials: Credentials;
  readonly isMarked: (name: string) => boolean;
  readonly isSecret: (name: string) => boolean;
}

async function inTime<Result>(work: Promise<Result>, milliseconds: number): Promise<Result> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error('not in time')), milliseconds + 500);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}

async function first(items: AsyncIterable<unknown>): Promise<unknown> {
  for await (const item of items) return item;
  return undefined;
}

/** The lines of a key in PEM form, whose borders are no secret. */
function partsOf(text: string): string[] {
  if (!text.startsWith('-----BEGIN ')) return [text];
  return text.split(/\r?\n/).filter((line) => line.length > 20 && !line.startsWith('-----'));
}
