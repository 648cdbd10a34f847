import { error, type Finding } from '../../manifest/finding.js';
import { joinPath } from '../../manifest/json-path.js';
import { checkDependencies } from './check-dependencies.js';
import type { DependentPlugin } from './dependent-plugin.js';
import { findCycles } from './find-cycles.js';

/** In which order plugins start, and why some cannot. */
export interface DependencyResolution {
  /** Ids of the plugins that can start, each after those that it depends on. */
  readonly order: readonly string[];
  /** What keeps the others from starting, by id. */
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
}

type Findings = ReadonlyMap<string, readonly Finding[]>;

/** Works out which plugins have what they depend on. Whoever needs a plugin that cannot start cannot start either. */
export function resolveDependencies(plugins: readonly DependentPlugin[]): DependencyResolution {
  const known = new Map(plugins.map((plugin) => [plugin.id, plugin]));
  const own = listOwnFindings(plugins, known);
  const order = orderOf(plugins.filter(({ id }) => !own.has(id)));
  const started = new Set(order);
  const findings = new Map(own);
  for (const plugin of plugins) {
    if (started.has(plugin.id) || own.has(plugin.id)) continue;
    findings.set(plugin.id, [dragged(plugin, { known, started, own })]);
  }
  return { order, findings };
}

function listOwnFindings(
  plugins: readonly DependentPlugin[],
  known: ReadonlyMap<string, DependentPlugin>,
): Findings {
  const findings = new Map<string, Finding[]>();
  const add = (id: string, found: readonly Finding[]): void => {
    if (found.length > 0) findings.set(id, [...(findings.get(id) ?? []), ...found]);
  };
  for (const plugin of plugins) add(plugin.id, checkDependencies(plugin, known));
  for (const cycle of findCycles(plugins)) for (const id of cycle) add(id, [circular(id, cycle)]);
  return findings;
}

/** Starts whatever has all it needs, again and again. */
function orderOf(plugins: readonly DependentPlugin[]): readonly string[] {
  const started = new Set<string>();
  for (let waiting = plugins; ; waiting = waiting.filter(({ id }) => !started.has(id))) {
    const ready = waiting.filter(({ plugins: needed = {} }) =>
      Object.keys(needed).every((id) => started.has(id)),
    );
    if (ready.length === 0) return [...started];
    for (const { id } of ready) started.add(id);
  }
}

function circular(id: string, cycle: readonly string[]): Finding {
  const start = cycle.indexOf(id);
  const way = [...cycle.slice(start), ...cycle.slice(0, start), id];
  const message = `The plugins depend on each other in a circle: ${way.join(' → ')}.`;
  const place = { path: joinPath('plugins', way[1] ?? id) };
  return error('DEPENDENCY_CYCLE', message, place, 'Take one of the dependencies out.');
}

interface Situation {
  readonly known: ReadonlyMap<string, DependentPlugin>;
  readonly started: ReadonlySet<string>;
  readonly own: Findings;
}

/** Names the way to the plugin that has the reason. */
function dragged(plugin: DependentPlugin, { known, started, own }: Situation): Finding {
  const way = [plugin.id];
  for (let current: DependentPlugin | undefined = plugin; current !== undefined && !own.has(current.id);) {
    const next = Object.keys(current.plugins ?? {}).find((id) => !started.has(id));
    if (next === undefined) break;
    way.push(next);
    current = known.get(next);
  }
  const message = `"${plugin.id}" needs "${way.at(-1)}", which cannot start: ${way.join(' → ')}.`;
  const remedy = `Mend "${way.at(-1)}" first.`;
  return error('DEPENDENCY_MISSING', message, { path: joinPath('plugins', way[1] ?? '') }, remedy);
}
