import type { EmulatorDefinition, StartOptions } from '../define-emulator.js';
import { Faults } from '../fault/faults.js';
import { Journal } from '../journal/journal.js';
import { Random } from '../random.js';
import { routeName, socketName } from '../route.js';
import type { RunningEmulator } from '../running-emulator.js';
import type { Issued, World } from '../world.js';
import { makeCertificates, makeOwnCertificate } from './certificates.js';
import { hostsOf, isLocal, loopbackUrl } from './hosts.js';
import { Listener } from './listener.js';
import type { Run } from './run.js';

/** Opens the ports of an emulator. */
export async function startEmulator<Scenario, State>(
  definition: EmulatorDefinition<Scenario, State>,
  options: StartOptions<Scenario>,
): Promise<RunningEmulator<Scenario, State>> {
  const hosts = hostsOf(definition.origins);
  const names = hosts.map(({ name }) => name);
  const tls = options.tls === true;
  const certificates = tls ? await makeCertificates(names, options.badCertificate) : undefined;
  const own = tls && hosts.some(isLocal) ? await makeOwnCertificate() : undefined;
  const issued: Issued[] = [];
  const run = startRun(definition, options, issued);
  const listeners = hosts.map((host) => new Listener(host, isLocal(host) ? own : certificates));
  const close = async (): Promise<void> => {
    await Promise.all(listeners.map((listener) => listener.close()));
  };
  try {
    const origins = await listenAll(run, listeners, options.port ?? 0, tls);
    return {
      name: definition.name,
      baseUrl: origins[definition.origins[0]] ?? '',
      origins,
      certificateAuthority:
        certificates === undefined ? undefined : certificates.authority + (own?.certificate ?? ''),
      credentials: run.world.credentials,
      journal: run.journal,
      faults: run.faults,
      scenario: run.world.scenario,
      state: run.world.state,
      issued,
      now: run.world.now,
      beat: () => definition.beat?.(run.world),
      disconnect: () => listeners.forEach((listener) => listener.disconnect()),
      close,
      [Symbol.asyncDispose]: close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function startRun<Scenario, State>(
  definition: EmulatorDefinition<Scenario, State>,
  options: StartOptions<Scenario>,
  issued: Issued[],
): Run<Scenario, State> {
  const setting = {
    scenario: options.scenario ?? definition.scenario(),
    credentials: { ...definition.credentials, ...options.credentials },
    random: new Random(options.seed ?? 1),
    now: options.clock ?? Date.now,
    issue: (name: string, value: string): string => {
      issued.push({ name, value });
      return value;
    },
  };
  const world: World<Scenario, State> = { ...setting, state: definition.state(setting) };
  const routes = [...definition.routes.map(routeName), ...(definition.sockets ?? []).map(socketName)];
  return {
    definition,
    world,
    journal: new Journal(),
    faults: new Faults(definition.faults ?? {}, routes),
    lastAnswers: new Map(),
  };
}

/** @returns each origin with the URL that stands for it */
async function listenAll<Scenario, State>(
  run: Run<Scenario, State>,
  listeners: readonly Listener[],
  port: number,
  tls: boolean,
): Promise<Record<string, string>> {
  const origins: [string, string][] = [];
  for (const [index, listener] of listeners.entries()) {
    const bound = await listener.listen(run, port === 0 ? 0 : port + index);
    for (const origin of listener.host.origins) origins.push([origin, loopbackUrl(origin, bound, tls)]);
  }
  return Object.fromEntries(origins);
}
