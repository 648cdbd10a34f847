import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './command.ts';

/** A `bourse` that was installed from tarballs, with one data folder. */
export interface InstalledBourse {
  readonly home: string;
  /** Runs one command and gives what it printed. */
  run(...words: string[]): Promise<string>;
}

/** Installs tarballs as a user does; the result is the folder of their commands. */
export async function installCommands(folder: string, tarballs: readonly string[]): Promise<string> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  await runCommand('npm', ['install', ...INSTALL_OPTIONS, ...tarballs], { cwd: folder });
  return join(folder, 'node_modules', '.bin');
}

/** What every installation here has in common; packages come from npm's cache where they are in it. */
export const INSTALL_OPTIONS = ['--no-audit', '--no-fund', '--prefer-offline'] as const;

/** The command with a data folder of its own. */
export function withHome(command: string, home: string): InstalledBourse {
  mkdirSync(home, { recursive: true });
  return {
    home,
    run: (...words) => runCommand(command, words, { cwd: home, environment: { BOURSE_HOME: home } }),
  };
}
