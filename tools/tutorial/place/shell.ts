import { spawn } from 'node:child_process';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { CommandError, ENVIRONMENT } from '../../copy-test/place/command.ts';
import { Terminal } from './terminal.ts';

/** Stands behind a command, to learn in which folder it has left the shell, and which credentials it has exported. */
const REPORT = 'pwd >&3; printf "%s" "$BOURSE_CREDENTIALS" >&3';

/** The shell of a reader, which stays in the folder that a command went to and keeps what was exported. */
export class Shell {
  #folder: string;
  #environment: Readonly<Record<string, string>>;

  constructor(folder: string, environment: Readonly<Record<string, string>>) {
    this.#folder = folder;
    this.#environment = { ...ENVIRONMENT, ...environment };
  }

  get folder(): string {
    return this.#folder;
  }

  /** @returns What the command printed, both streams in one. @throws CommandError where it fails */
  async run(command: string): Promise<string> {
    const child = spawn('bash', ['-c', `exec 2>&1; set -e; ${command}\n${REPORT}`], {
      cwd: this.#folder,
      env: this.#environment,
      stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
    });
    const [, output, , report] = child.stdio;
    const ended = new Promise<number | null>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', resolve);
    });
    const [printed, told] = await Promise.all([readAll(output), readAll(report)]);
    const code = await ended;
    if (code !== 0) throw new CommandError(`${command} ended with ${code}\n${printed.trim()}`);
    const [folder = this.#folder, ...credentials] = told.split('\n');
    this.#folder = folder;
    this.#environment = { ...this.#environment, BOURSE_CREDENTIALS: credentials.join('\n') };
    return printed;
  }

  /** Begins a command in another terminal, in the same folder. */
  open(command: string): Terminal {
    return new Terminal(
      spawn('bash', ['-c', `exec 2>&1; ${command}`], {
        cwd: this.#folder,
        env: this.#environment,
        stdio: ['ignore', 'pipe', 'inherit'],
        // Ctrl-C reaches all that runs in a terminal.
        detached: true,
      }),
    );
  }
}

function readAll(stream: unknown): Promise<string> {
  if (!(stream instanceof Readable)) throw new Error('a pipe to the shell is missing');
  return text(stream);
}
