import type * as core from '@bourse/core';
import { pathToFileURL } from 'node:url';

/** What the matrix uses of a core; the names are the same in all releases, from the ones that have them on. */
export type Core = typeof core;
export type Manager = InstanceType<Core['PluginManager']>;

export async function loadCore(file: string): Promise<Core> {
  return (await import(pathToFileURL(file).href)) as Core;
}
