// Loaded before a host or the command line (`--import`): takes belts away that have no switch, by editing the built code
// as it is loaded. An edit that no longer fits ends the process, so that no control passes for the wrong reason.
import { registerHooks } from 'node:module';
import type { Edit } from '../attack.ts';

const edits = new Map(
  Object.entries(JSON.parse(process.env['BOURSE_SECURITY_EDITS'] ?? '{}') as Record<string, Edit[]>),
);

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    const path = [...edits.keys()].find((suffix) => url.endsWith(`/packages/${suffix}`));
    if (path === undefined) return loaded;
    return { ...loaded, source: applyEdits(path, String(loaded.source), edits.get(path) ?? []) };
  },
});

function applyEdits(path: string, source: string, wanted: readonly Edit[]): string {
  return wanted.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`${path} holds no "${from}" that a test could take away`);
    return text.replaceAll(from, () => to);
  }, source);
}
