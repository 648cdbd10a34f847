import { printable, type PackageOrigin, type PluginDetails } from '@bourse/core';
import { ProblemError, type Problem } from '@bourse/core/interfaces';
import semver from 'semver';
import { toFailure } from '../../failure.js';
import { findPlugin } from '../../host/find-plugin.js';
import type { Session } from '../../host/session.js';
import type { FoundPackage, PackageRegistry } from '../../npm/package-registry.js';
import { confirm } from '../../output/confirm.js';
import { problemLines } from '../../output/problem-lines.js';
import type { AddCommand } from '../../program/command-kit.js';
import { examples } from '../../program/examples.js';
import { nextText } from './next-text.js';
import { requestLines } from './request-lines.js';
import { registryLines, takeFromRegistry } from './take-from-registry.js';

/** What became of one plugin that was looked for in its registry. */
interface UpdateOutcome {
  readonly id: string;
  readonly from: string;
  /** The version that the registry has for what was asked for; absent where it could not be asked. */
  readonly found?: string;
  readonly isTaken: boolean;
  /** Whether the version found serves now. */
  readonly serves?: boolean;
  readonly text: string;
  readonly problem?: Problem;
}

/** `bourse plugins update` */
export const addUpdateCommand: AddCommand = (plugins, handle) => {
  plugins
    .command('update')
    .summary('look for newer versions of plugins that were added by name')
    .description(
      'Ask the registry for newer versions of plugins that were added by name, take them in, and show what they ask for. A version that asks for more waits until you approve it.',
    )
    .argument('[ids...]', 'ids of plugins. Default: all that were added by name')
    .option('--offline', 'fetch nothing')
    .addHelpText(
      'after',
      examples({
        'bourse plugins update': 'all that were added by name',
        'bourse plugins update acme': 'one of them',
      }),
    )
    .action(
      handle(async (session, ids: readonly string[], { offline = false }: { offline?: boolean }) => {
        const chosen = choose(session, ids);
        const outcomes = chosen.length === 0 ? [] : await updateAll(session, chosen, offline);
        return {
          json: { updates: outcomes },
          isRefusal: outcomes.some(({ problem }) => problem !== undefined),
          lines: ({ style }) =>
            outcomes.length === 0
              ? ['No plugin was added by the name of its package.']
              : outcomes.flatMap(({ text, problem }) =>
                  problem === undefined ? [text] : [text, ...problemLines(problem, 'failure', style)],
                ),
        };
      }),
    );
};

interface Fetched {
  readonly id: string;
  readonly origin: PackageOrigin;
}

/** @throws ProblemError INVALID_REQUEST where one was not added by name */
function choose({ manager }: Session, ids: readonly string[]): Fetched[] {
  const named = ids.map((id) => findPlugin(manager, id));
  const plugins = ids.length === 0 ? manager.list().map(({ id }) => manager.info(id)) : named;
  return plugins.flatMap(({ id, origin }) => {
    if (origin !== undefined) return [{ id, origin }];
    if (ids.length === 0) return [];
    throw new ProblemError({
      code: 'INVALID_REQUEST',
      message: `${id} was not added by the name of its package, so no registry is known that has newer versions.`,
      remedy: 'Add it by its name: bourse plugins add <name>',
    });
  });
}

async function updateAll(
  session: Session,
  chosen: readonly Fetched[],
  isOffline: boolean,
): Promise<UpdateOutcome[]> {
  // What talks to registries is loaded by those who need it alone.
  const { PackageRegistry } = await import('../../npm/package-registry.js');
  await using registry = PackageRegistry.open(session.signal, isOffline);
  const outcomes: UpdateOutcome[] = [];
  for (const each of chosen) outcomes.push(await updateOrSay(session, registry, each));
  return outcomes;
}

/** What keeps one plugin from being updated keeps no other. */
async function updateOrSay(
  session: Session,
  registry: PackageRegistry,
  fetched: Fetched,
): Promise<UpdateOutcome> {
  try {
    return await update(session, registry, fetched);
  } catch (failure) {
    if (session.signal.aborted) throw failure;
    const { id, origin } = fetched;
    const text = `${id} stays at ${printable(origin.version)}.`;
    return { id, from: origin.version, isTaken: false, text, problem: toFailure(failure) };
  }
}

async function update(
  session: Session,
  registry: PackageRegistry,
  { id, origin }: Fetched,
): Promise<UpdateOutcome> {
  const found = await registry.find(origin);
  const { version } = found.release;
  if (!semver.gt(version, origin.version)) return unchanged(id, origin, version);
  const plugin = await takeAndAsk(session, registry, found);
  const serves = plugin.pending === undefined && plugin.version === version;
  const text = `${id}: ${origin.version} → ${version}. ${nextText(plugin)}`;
  return { id, from: origin.version, found: version, isTaken: true, serves, text };
}

function unchanged(id: string, { version: from, wanted }: PackageOrigin, found: string): UpdateOutcome {
  const text =
    found === from
      ? `${id} ${from} is what the registry has as ${wanted}.`
      : `${id} ${from} is newer than what the registry has as ${wanted}: ${found}. "bourse plugins rollback ${id}" goes back.`;
  return { id, from, found, isTaken: false, text: printable(text) };
}

/** Takes a version in and shows what it changes; who is there may let it serve at once. */
async function takeAndAsk(
  { manager, terminal, signal }: Session,
  registry: PackageRegistry,
  found: FoundPackage,
): Promise<PluginDetails> {
  const { id, fetched } = await takeFromRegistry(registry, manager, found);
  const plugin = manager.info(id);
  const { pending } = plugin;
  await terminal.writeErrorLines(registryLines(found, fetched));
  if (pending === undefined) return plugin;
  await terminal.writeErrorLines(requestLines(plugin, terminal.errorStyle, { others: manager.list() }));
  if (terminal.isInteractive && (await confirm(`Let ${id} run with this?`, terminal, signal)))
    await manager.installer.approve(id, { shown: pending.digest });
  return manager.info(id);
}
