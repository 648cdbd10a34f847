import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writePackage } from '../../security/scene/write-package.ts';
import type { Fault } from '../fault.ts';
import { writeGuest } from './guest.ts';
import { HEALTHY_IDS, HEALTHY_SCRIPT } from './healthy.ts';

/** The world of one run. */
export interface Scene {
  readonly folder: string;
  /** The data folder of the host. */
  readonly home: string;
  readonly plugins: string;
  /** Path of the program in the cells; no process outside this run has it on its command line. */
  readonly guest: string;
}

/** Ids of the plugins that fail in one way; one each for faults that happen side by side. */
export function victimIds({ name }: Fault, lanes: number): string[] {
  return Array.from({ length: lanes }, (_, lane) => `${name}-${lane + 1}`);
}

/** Writes the plugins of a run, healthy and failing ones. */
export function createScene(faults: readonly Fault[], lanes: number): Scene {
  const folder = mkdtempSync(join(tmpdir(), 'bourse-faults-'));
  const plugins = join(folder, 'plugins');
  mkdirSync(plugins);
  for (const id of HEALTHY_IDS) writePlugin(plugins, id, HEALTHY_SCRIPT);
  for (const fault of faults) {
    for (const id of victimIds(fault, lanes)) writePlugin(plugins, id, fault.script);
  }
  return { folder, home: join(folder, 'home'), plugins, guest: writeGuest(folder) };
}

export function removeScene({ folder }: Scene): void {
  rmSync(folder, { recursive: true, force: true });
}

function writePlugin(plugins: string, id: string, script: string): void {
  writePackage(plugins, { id, script, manifest: { services: ['account'], statements: undefined } });
}
