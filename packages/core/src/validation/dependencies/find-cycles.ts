import type { DependentPlugin } from './dependent-plugin.js';

/** A way through dependencies that is being followed. */
interface Step {
  readonly id: string;
  readonly rest: Iterator<string>;
}

/**
 * Finds circles of plugins that depend on each other: each as the ids on the way, the first depending on the second and
 * the last on the first. Where circles share plugins, one of them may stand for another; none is left unbroken.
 */
export function findCycles(plugins: readonly DependentPlugin[]): readonly (readonly string[])[] {
  const dependencies = new Map(plugins.map(({ id, plugins: needed = {} }) => [id, Object.keys(needed)]));
  const cycles: string[][] = [];
  const finished = new Set<string>();
  for (const { id } of plugins) follow(id, dependencies, finished, cycles);
  return cycles;
}

/** Walks without recursion: chains of plugins may be longer than the stack. */
function follow(
  start: string,
  dependencies: ReadonlyMap<string, readonly string[]>,
  finished: Set<string>,
  cycles: string[][],
): void {
  if (finished.has(start)) return;
  const step = (id: string): Step => ({ id, rest: (dependencies.get(id) ?? []).values() });
  const way = [step(start)];
  const places = new Map([[start, 0]]);
  for (let current = way.at(-1); current !== undefined; current = way.at(-1)) {
    const next = current.rest.next();
    if (next.done === true) {
      finished.add(current.id);
      places.delete(current.id);
      way.pop();
      continue;
    }
    const place = places.get(next.value);
    if (place !== undefined) cycles.push(way.slice(place).map(({ id }) => id));
    if (place !== undefined || finished.has(next.value)) continue;
    places.set(next.value, way.length);
    way.push(step(next.value));
  }
}
