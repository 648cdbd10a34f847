import { routeName, socketName, type Route, type SocketRoute } from '../route.js';
import type { EmulatorDefinition } from '../define-emulator.js';
import { matchPath, type PathMatch } from './match-path.js';

/** A route that a request belongs to. */
export interface Found<Kind> extends PathMatch {
  readonly name: string;
  readonly origin: string;
  readonly route: Kind;
}

/** The first route of these origins for a method and a path; undefined where none is documented. */
export function findRoute<Scenario, State>(
  { routes, origins: [main] }: EmulatorDefinition<Scenario, State>,
  at: { origins: readonly string[]; method: string; path: string },
): Found<Route<Scenario, State>> | undefined {
  for (const route of routes) {
    const origin = route.origin ?? main;
    if (route.method !== at.method || !at.origins.includes(origin)) continue;
    const match = matchPath(route.path, at.path);
    if (match !== undefined) return { ...match, name: routeName(route), origin, route };
  }
  return undefined;
}

/** The first WebSocket of these origins for a path; undefined where none is documented. */
export function findSocket<Scenario, State>(
  { sockets = [] }: EmulatorDefinition<Scenario, State>,
  at: { origins: readonly string[]; path: string },
): Found<SocketRoute<Scenario, State>> | undefined {
  for (const route of sockets) {
    const match = at.origins.includes(route.origin) ? matchPath(route.path, at.path) : undefined;
    if (match !== undefined) return { ...match, name: socketName(route), origin: route.origin, route };
  }
  return undefined;
}
