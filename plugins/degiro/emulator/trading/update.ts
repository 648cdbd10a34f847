import { json, UndocumentedRequest, type Call } from '@bourse/sdk/emulator';
import { guarded } from '../session/authorize.js';
import type { Snapshot } from '../state.js';
import type { DegiroWorld, Route } from '../world.js';
import { SECTIONS, totalPortfolioCells } from './sections.js';

const TOTAL_PORTFOLIO = 'totalPortfolio';
/** What stands in the query beside the sections; a client is known that sends a `limit`. */
const BESIDE = new Set(['sessionId', 'intAccount', 'limit']);

/** The update feed: all rows of a section, or those that changed since the `lastUpdated` that the client names. */
export const updateRoutes: readonly Route[] = [
  {
    name: 'update',
    method: 'GET',
    path: '/trading/secure/v5/update/:intAccount',
    answer: guarded({ session: 'matrix', account: 'path' }, (call, world) =>
      json(
        Object.fromEntries(
          sectionsOf(call).map(([name, since]) => [name, renderSection(name, since, world)]),
        ),
      ),
    ),
  },
];

function sectionsOf(call: Call): [name: string, since: number][] {
  const asked = [...call.query].filter(([name]) => !BESIDE.has(name));
  return asked.map(([name, value]) => {
    const isKnown = name === TOTAL_PORTFOLIO || Object.hasOwn(SECTIONS, name);
    if (!isKnown || !/^\d+$/.test(value)) throw new UndocumentedRequest(`no section "${name}=${value}"`);
    return [name, Number(value)];
  });
}

function renderSection(name: string, since: number, world: DegiroWorld): object {
  if (name === TOTAL_PORTFOLIO) {
    world.state.lastUpdated += 1;
    const value = totalPortfolioCells(world.scenario);
    return { lastUpdated: world.state.lastUpdated, name, value, isAdded: true };
  }
  const rows = SECTIONS[name]?.(world.scenario) ?? [];
  const now: Snapshot = new Map(rows.map((row) => [row.id, JSON.stringify(row)]));
  const { lastUpdated, former } = takeSnapshot(name, since, now, world);
  const changed = rows.filter((row) => former.get(row.id) !== now.get(row.id));
  const removed = [...former.keys()]
    .filter((id) => !now.has(id))
    .map((id) => ({ name: rows[0]?.name ?? 'row', id, isRemoved: true }));
  return { lastUpdated, name, value: [...changed, ...removed], isAdded: true };
}

/** Numbers the present state anew where it changed, and finds the one that the client knows; 0 knows nothing. */
function takeSnapshot(
  name: string,
  since: number,
  now: Snapshot,
  { state }: DegiroWorld,
): { lastUpdated: number; former: Snapshot } {
  const snapshots = state.snapshots.get(name) ?? new Map<number, Snapshot>();
  state.snapshots.set(name, snapshots);
  const [latest = 0, known] = [...snapshots].at(-1) ?? [];
  const isSame = known !== undefined && JSON.stringify([...known]) === JSON.stringify([...now]);
  if (!isSame) {
    state.lastUpdated += 1;
    snapshots.set(state.lastUpdated, now);
  }
  return { lastUpdated: isSame ? latest : state.lastUpdated, former: snapshots.get(since) ?? new Map() };
}
