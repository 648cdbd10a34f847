import type { CassetteRecorder } from '@bourse/core';
import { loadEmulator } from '@bourse/sdk/emulator';
import { REQUESTS } from '../../canary/flows/requests.ts';
import type { Core, Manager } from '../cell/load-core.ts';
import { openHost, type Network } from '../cell/open-host.ts';
import { answerSession, approve } from '../cell/run-items.ts';
import { PLAIN } from '../cell/speaker.ts';
import type { CellJob } from '../cell/cell-job.ts';
import type { SessionItem, SuiteStep } from './recorded-suite.ts';

type Job = Omit<CellJob, 'task' | 'items'>;
type Recorded = { readonly item: SessionItem; readonly expected: unknown[] };

/** Services whose lists the host reads by itself. */
const LISTS = ['portfolio', 'account', 'transaction', 'cash', 'dividend', 'fee', 'corporateAction'];

/** Lets a plugin that needs no institution list what it knows. */
export async function recordLists(core: Core, job: Job): Promise<Recorded | undefined> {
  await using host = await openHost(core, job);
  await approve(host.manager, job.id);
  const item: SessionItem = { ...planOf(host.manager, job.id), name: 'lists', since: '1.0.0', steps: [] };
  if (!item.reads) return undefined;
  return { item, expected: await answerSession(host.manager, job.id, item, PLAIN) };
}

/** Lets a plugin ask its institution, played by its emulator, and records what it asked and got. */
export async function recordOnline(core: Core, job: Job, file: string): Promise<Recorded> {
  const emulator = await loadEmulator(file);
  await using running = await emulator.start();
  const network = new RecordedNetwork(core, job);
  await using host = await openHost(core, job, (plugin) => network.of(host.manager, plugin));
  const { manager } = host;
  await approve(manager, job.id);
  const connection = await manager.connections.add({
    plugin: job.id,
    credentials: running.credentials,
    origins: originsOf(manager, job.id, running.origins),
  });
  network.connection = connection.id;
  // Its network is known once it runs.
  await manager.switch.load(job.id);
  const plan = { ...planOf(manager, job.id), name: 'online', since: '1.1.0' };
  const expected = await answerSession(manager, job.id, plan, PLAIN, (step, work) =>
    network.during(step, work),
  );
  return { item: { ...plan, cassette: network.recorder?.toCassette() }, expected };
}

/** The network of one connection, whoever asks, with a recorder before it. */
class RecordedNetwork {
  connection = '';
  recorder: CassetteRecorder | undefined;
  #network: ReturnType<Manager['connections']['networkOf']>;
  readonly #core: Core;
  readonly #now: number;

  constructor(core: Core, { now }: Job) {
    this.#core = core;
    this.#now = now;
  }

  of(manager: Manager, plugin: Parameters<Network>[0]): CassetteRecorder | undefined {
    const network = manager.connections.networkOf(plugin, this.connection);
    if (network === undefined) return undefined;
    this.#network = network;
    const { id, manifest } = plugin;
    this.recorder ??= new this.#core.CassetteRecorder({
      plugin: { id, version: manifest.version },
      network,
      now: () => this.#now,
    });
    return this.recorder;
  }

  /** Some secrets are placed only into the requests of a login. */
  async during<Result>({ service }: SuiteStep, work: () => Promise<Result>): Promise<Result> {
    if (this.#network === undefined) return work();
    return this.#network.during({ isLogin: service === 'authentication', priority: 'interactive' }, work);
  }
}

function planOf(manager: Manager, id: string): Pick<SessionItem, 'kind' | 'settings' | 'steps' | 'reads'> {
  const { services, settingsSchema } = manager.info(id);
  const asked = (REQUESTS[id] ?? []).filter(([service]) => service !== 'stream');
  const steps = [...(services.includes('authentication') ? [LOG_IN] : []), ...asked.map(toStep)];
  return {
    kind: 'session',
    settings: JSON.stringify(settingsSchema ?? {}).includes('"clientPortal"') ? { clientPortal: true } : {},
    steps: steps.filter(({ service }) => services.includes(service)),
    reads: services.some((service) => LISTS.includes(service)),
  };
}

const LOG_IN: SuiteStep = { service: 'authentication', method: 'logIn', request: {} };

function toStep([service, method, request]: readonly [string, string, object]): SuiteStep {
  return { service, method, request: { ...request } };
}

/** Some of what an emulator stands for is reached by other clients alone. */
function originsOf(
  manager: Manager,
  id: string,
  origins: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const { manifest } = manager.info(id);
  const network = manifest?.dialect === 'bourse' ? (manifest.network ?? []) : [];
  const named = new Set(network.map(({ origin }) => origin));
  return Object.fromEntries(Object.entries(origins).filter(([origin]) => named.has(origin)));
}
