import { error, type Finding } from '../../manifest/finding.js';
import { joinPath } from '../../manifest/json-path.js';
import { toVersionRange } from '../../manifest/version-range.js';
import type { DependentPlugin } from './dependent-plugin.js';

type Plugins = ReadonlyMap<string, DependentPlugin>;

/**
 * Every plugin that this one depends on is there, in a version of the range. A range takes a prerelease only where it
 * names one of the same version, as semver says.
 */
export function checkDependencies({ id, plugins = {} }: DependentPlugin, known: Plugins): readonly Finding[] {
  return Object.entries(plugins).flatMap(([needed, range]) => {
    const found = known.get(needed);
    if (found === undefined) return [missing(id, needed, range)];
    return toVersionRange(range)?.test(found.version) === true ? [] : [conflict(id, range, found, known)];
  });
}

function missing(id: string, needed: string, range: string): Finding {
  const message = `"${id}" needs "${needed}" ${range}, which is not installed.`;
  return error('DEPENDENCY_MISSING', message, { path: joinPath('plugins', needed) }, `Install "${needed}".`);
}

/** Names the others that hold the version where it is. */
function conflict(id: string, range: string, found: DependentPlugin, known: Plugins): Finding {
  const others = [...known.values()].flatMap(({ id: other, plugins = {} }) => {
    const theirs = other === id || !Object.hasOwn(plugins, found.id) ? undefined : plugins[found.id];
    return theirs === undefined ? [] : [`"${other}" needs ${theirs}`];
  });
  const beside = others.length === 0 ? '' : ` (${others.join(', ')})`;
  const message = `"${id}" needs "${found.id}" ${range}; installed is ${found.version}${beside}.`;
  return error('DEPENDENCY_CONFLICT', message, { path: joinPath('plugins', found.id) });
}
