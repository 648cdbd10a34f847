import { ProblemError, type Settings } from '@bourse/core/interfaces';
import type { CheckedPlugin } from '../plugin/checked-plugin.js';
import type { Shortcoming } from '../quality-rule.js';
import { instrumentsOfFiles } from './instruments-of-files.js';
import { EmulatedHost, type Setup } from './emulated-host.js';
import { askPricesFirst, instrumentsOf, takeFullTour } from './tour.js';

/** One way of setting the plugin up, in which it may use what it does not use otherwise. */
interface Occasion extends Setup {
  /** Of the emulator, which happens to the first request. */
  readonly fault?: string;
  /** Their prices are asked for, and nothing else. */
  readonly instruments?: readonly object[];
}

/** The permissions that are used on no occasion: no setting, no set of credentials, no fault of the emulator. */
export async function findUnusedPermissions(plugin: CheckedPlugin): Promise<Shortcoming[]> {
  const used = new Set<string>();
  let unused: readonly Permission[] = [];
  for (const occasion of await occasionsOf(plugin)) {
    await using host = await EmulatedHost.start(plugin, occasion);
    if (occasion.fault !== undefined) host.running.faults.inject(occasion.fault);
    const { instruments } = occasion;
    const asked = instruments === undefined ? takeFullTour(host) : askPricesFirst(host, instruments);
    await asked.catch(expectProblem);
    const permissions = permissionsOf(host);
    for (const id of await usedOf(host, permissions)) used.add(id);
    unused = permissions.filter(({ id }) => !used.has(id));
    if (unused.length === 0) return [];
  }
  return unused.map(({ text }) => ({ place: 'plugin.json', message: `The right is never used: ${text}.` }));
}

type Permission = ReturnType<EmulatedHost['manager']['info']>['permissions'][number];

function permissionsOf({ manager, pluginId }: EmulatedHost): Permission[] {
  return manager.info(pluginId).permissions.filter(({ id }) => id.startsWith('network:'));
}

/** The permissions that the audit names, and those for messages of a socket, which it does not tell apart. */
async function usedOf(host: EmulatedHost, permissions: readonly Permission[]): Promise<string[]> {
  const audited = (await host.readAudit()).flatMap((entry) =>
    entry.kind === 'request' || entry.kind === 'socket' ? [entry.permission] : [],
  );
  const { manifest } = host.manager.info(host.pluginId);
  const network = manifest?.dialect === 'bourse' ? (manifest.network ?? []) : [];
  const sent = host.running.journal.frames.flatMap(({ direction, data }) =>
    direction === 'in' ? [String(data)] : [],
  );
  const ofFrames = permissions.filter(({ why }) =>
    network.some(
      (right) =>
        right.why === why &&
        right.when?.in === 'frame' &&
        sent.some((text) => right.when?.values.some((value) => text.includes(JSON.stringify(value)))),
    ),
  );
  return [...audited, ...ofFrames.map(({ id }) => id)];
}

/** An ordinary day, those that begin with prices of what lists or files name, then each setting with each other value, each credential left out, each fault of the emulator. */
async function occasionsOf(plugin: CheckedPlugin): Promise<Occasion[]> {
  const { settings, credentials = {} } = await plugin.manifest();
  const left = Object.entries(credentials).filter(
    ([, { optional, once }]) => optional === true && once !== true,
  );
  await using host = await EmulatedHost.start(plugin);
  return [
    {},
    { instruments: instrumentsOf(await takeFullTour(host)).slice(-1) },
    { instruments: await instrumentsOfFiles(plugin) },
    ...Object.entries(settings?.properties ?? {}).flatMap(([name, schema]) =>
      otherValues(schema).map((value) => ({ settings: { [name]: value } })),
    ),
    ...left.map(([name]) => ({ credentials: { [name]: undefined } })),
    ...host.running.faults.names.map((fault) => ({ fault })),
  ];
}

function otherValues(schema: {
  readonly type?: unknown;
  readonly enum?: unknown;
  readonly default?: unknown;
}): Settings[string][] {
  const values: unknown[] =
    schema.type === 'boolean' ? [true, false] : Array.isArray(schema.enum) ? schema.enum : [];
  return values.filter((value): value is string | boolean => value !== schema.default);
}

/** On some occasions a plugin is refused, which is told by other rules. */
function expectProblem(error: unknown): void {
  if (!(error instanceof ProblemError)) throw error;
}
