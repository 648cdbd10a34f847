import { readdirSync } from 'node:fs';
import { damagedCanary, homeGrown, storedSecret } from './harms.ts';
import { findProcess } from './process-table.ts';
import type { Watch } from './watch.ts';

/** Memory that the host may need for whatever a hostile plugin does to it, in bytes. */
const HOST_GROWTH_LIMIT = 200 * 1024 * 1024;

/** What lies in a scene that nobody has touched. */
const EXPECTED = new Set(['home', 'plugins', 'user', 'user/canary.txt', 'observer.sock']);

/** Harm of any kind, whatever the plugin was after: looked for after every attack. */
export async function findTraces(watch: Watch): Promise<string[]> {
  const { scene, host, listeners, hostGrowth } = watch;
  const prototypes = await watch.prototypes();
  const foreign = listForeignFiles(scene.folder);
  return [
    ...listed(damagedCanary(watch)),
    ...listed(storedSecret(watch)),
    ...(host.output.includes(scene.secret) ? ['the secret stands in what the host printed'] : []),
    ...(prototypes.length === 0 ? [] : [`${prototypes.join(', ')} in the host`]),
    ...(foreign.length === 0 ? [] : [`foreign files: ${foreign.join(', ')}`]),
    ...(listeners.connections + listeners.packets === 0 ? [] : ['somebody reached the network']),
    ...(hostGrowth < HOST_GROWTH_LIMIT ? [] : [`the host grew by ${mebibytes(hostGrowth)} MB`]),
    ...listed(homeGrown(watch)),
  ];
}

/** Processes that are left when the host has stopped its plugins. */
export function findSurvivors({ cellsSeen, bystanders }: Watch): string[] {
  return [...cellsSeen, ...bystanders].flatMap((pid) =>
    findProcess(pid) === undefined ? [] : [`process ${pid} outlived its host's close`],
  );
}

function listForeignFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (path) => !EXPECTED.has(path) && !/^(home|plugins|packages)\//.test(path) && path !== 'packages',
  );
}

function listed(finding: string | undefined): string[] {
  return finding === undefined ? [] : [finding];
}

function mebibytes(bytes: number): number {
  return Math.round(bytes / 1024 / 1024);
}
