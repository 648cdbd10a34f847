import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs';
import type { Check } from './check.js';

const SETPRIV_PATHS = ['/usr/bin/setpriv', '/bin/setpriv'];

/** Mebibytes of free space below which things will soon go wrong, and have gone wrong. */
const SPARE_DISK = { low: 200, gone: 20 } as const;

export function checkNode(): Check {
  const { node } = process.versions;
  const hasPermissions = process.allowedNodeEnvironmentFlags.has('--permission');
  return hasPermissions
    ? { name: 'Node', result: 'ok', detail: `${node}, with its permission model` }
    : {
        name: 'Node',
        result: 'failure',
        detail: `${node} has no permission model, so that plugins cannot be confined`,
        remedy: 'Install Node 26.',
      };
}

/** What keeps a plugin from outliving this program, and which process the system stops first when memory runs out. */
export function checkConfinement(): Check {
  const name = 'confinement';
  if (process.platform !== 'linux') {
    return {
      name,
      result: 'warning',
      detail: `${process.platform} is best effort; the full set of belts is proven on Linux`,
    };
  }
  if (!SETPRIV_PATHS.some((path) => existsSync(path))) {
    return {
      name,
      result: 'warning',
      detail: 'setpriv is missing; a small shell watches over plugins in its place',
      remedy: 'Install util-linux.',
    };
  }
  accessSync('/proc/self/oom_score_adj', constants.W_OK);
  return { name, result: 'ok', detail: 'plugins end with this program, and go first when memory runs out' };
}

export function checkHome(folder: string): Check {
  const name = 'data folder';
  const openTo = statSync(folder).mode & 0o077;
  if (openTo === 0 || process.platform === 'win32') return { name, result: 'ok', detail: folder };
  return {
    name,
    result: 'warning',
    detail: `${folder} can be read or written by others`,
    remedy: `Close it: chmod 700 ${folder}`,
  };
}

export function checkDisk(folder: string): Check {
  const { bavail, bsize } = statfsSync(folder);
  const free = Math.floor((bavail * bsize) / 1024 / 1024);
  const detail = `${free} MB free`;
  if (free >= SPARE_DISK.low) return { name: 'disk', result: 'ok', detail };
  return {
    name: 'disk',
    result: free < SPARE_DISK.gone ? 'failure' : 'warning',
    detail,
    remedy: 'Make room, or move the data folder and set BOURSE_HOME.',
  };
}

/** A clock that stands before the day this program was installed is wrong; dates of imports would be too. */
export function checkClock(now: number): Check {
  const installed = statSync(new URL(import.meta.url)).mtimeMs;
  const detail = new Date(now).toISOString();
  const isBehind = now + DAY < installed;
  return isBehind
    ? {
        name: 'clock',
        result: 'failure',
        detail: `${detail} is before the day of the installation`,
        remedy: 'Set the clock.',
      }
    : { name: 'clock', result: 'ok', detail };
}

const DAY = 86_400_000;
