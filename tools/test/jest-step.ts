import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../root.ts';
import type { StepCount } from '../steps/run-steps.ts';
import { countOf } from './jest-results.ts';

const RESULTS = join(ROOT, 'dist', 'jest-results.json');

/** Runs Jest over all projects, its words passed through, and counts the tests. */
export async function runJest(args: readonly string[]): Promise<StepCount> {
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  rmSync(RESULTS, { force: true });
  const code = await spawnJest(['--json', `--outputFile=${RESULTS}`, ...args]);
  return countOf(code, readResults());
}

function spawnJest(args: readonly string[]): Promise<number> {
  const jest = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
  // Each test file loads its modules anew; with more room for what is young, they are collected less often.
  const flags = [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    '--max-semi-space-size=64',
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...flags, jest, ...args], {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}

function readResults(): unknown {
  try {
    return JSON.parse(readFileSync(RESULTS, 'utf8'));
  } catch {
    return undefined;
  }
}
