import { spawn, type ChildProcess } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { Socket } from 'node:net';
import { getPriority, setPriority } from 'node:os';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FRAME_LIMIT_BYTES, type FrameHandler } from '../channel/frame.js';
import { FrameReader } from '../channel/frame-reader.js';
import type { Belts } from './belts.js';
import { endWithHost } from './live-cells.js';
import { dismissReaper, findSetpriv, orphanGuardPrefix, startReaper } from './orphan-guard.js';

/** The runtime inside the cell, bundled into one file; the same path from the sources and from what is built of them. */
const GUEST = fileURLToPath(new URL('../../../dist/guest/guest.cjs', import.meta.url));

/** Characters of stderr that are kept, from its end. */
const STDERR_KEPT = 4_096;

/** How much lower than the host's the priority is, and the lowest that there is. */
const NICER = 10;
const NICEST = 19;

/** Size of the part of V8's heap where new objects live. */
const YOUNG_MEGABYTES = 16;

/** How eagerly Linux ends the process when the machine is out of memory, -1000 to 1000. */
const OOM_SCORE = '500';

export interface CellProcessOptions {
  readonly belts: Belts;
  readonly heapMegabytes: number;
  /** The file into which the process writes a CPU profile of itself when it leaves. */
  readonly profile?: string;
  /** Program that is run in place of the guest; for tests of the protocol. */
  readonly guestPath?: string;
  /** Does without the system's help against orphans. */
  readonly reaper?: boolean;
}

export interface ChannelHandlers {
  readonly onFrame: FrameHandler;
  /** The channel carried something that is no frame, or `onFrame` threw. */
  readonly onError: (error: unknown) => void;
}

export interface ProcessEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stderr: string;
  readonly error?: Error;
}

/** The operating system's side of a cell: one process without any power, and the two pipes to it. */
export class CellProcess {
  readonly ended: Promise<ProcessEnd>;
  readonly #child: ChildProcess;
  readonly #toCell: Socket;
  readonly #fromCell: Socket;
  readonly #frameLimit: number;
  #stderr = '';

  constructor(options: CellProcessOptions) {
    this.#child = spawnGuest(options);
    this.ended = this.#watchEnd();
    endWithHost(this.#child);
    const [, , , toCell, fromCell] = this.#child.stdio;
    this.#toCell = asSocket(toCell);
    this.#fromCell = asSocket(fromCell);
    this.#frameLimit = options.belts.frameLimit ? FRAME_LIMIT_BYTES : Infinity;
    this.#keepStderr();
    this.#loosenPipes();
    if (this.#child.pid !== undefined) lower(this.#child.pid);
    if (options.belts.orphanGuard && setprivFor(options) === null) this.#reapWithHost();
  }

  /** Undefined when the process could not be started. */
  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** Begins to read what the cell says. Until then it waits in the pipe. */
  listen({ onFrame, onError }: ChannelHandlers): void {
    const reader = new FrameReader({ limitBytes: this.#frameLimit, onFrame });
    this.#fromCell.on('data', (chunk: Buffer) => {
      try {
        reader.push(chunk);
      } catch (error) {
        this.#fromCell.destroy();
        onError(error);
      }
    });
  }

  send(frame: Buffer): void {
    if (this.#toCell.writable) this.#toCell.write(frame);
  }

  kill(): void {
    this.#child.kill('SIGKILL');
  }

  /** While held, the cell keeps the host's process alive. */
  hold(held: boolean): void {
    if (held) this.#child.ref();
    else this.#child.unref();
  }

  #keepStderr(): void {
    const { stderr } = this.#child;
    stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#stderr = (this.#stderr + text).slice(-STDERR_KEPT);
    });
  }

  /** The pipes alone keep nobody alive, until the process has ended and they are read to their ends. */
  #loosenPipes(): void {
    const pipes = [this.#child.stderr, this.#toCell, this.#fromCell].filter((pipe) => pipe instanceof Socket);
    for (const pipe of pipes) pipe.unref();
    this.#child.once('exit', () => {
      for (const pipe of pipes) pipe.ref();
    });
  }

  #watchEnd(): Promise<ProcessEnd> {
    return new Promise((resolve) => {
      this.#child.once('error', (error) =>
        resolve({ code: null, signal: null, stderr: this.#stderr, error }),
      );
      // 'close' comes after the last byte of the pipes, so a last message and stderr are complete.
      this.#child.once('close', (code, signal) => resolve({ code, signal, stderr: this.#stderr }));
    });
  }

  /** Where the kernel does not end the process with its parent, a small one of ours does. */
  #reapWithHost(): void {
    if (this.#child.pid === undefined || process.platform === 'win32') return;
    const reaper = startReaper(this.#child.pid);
    this.#child.once('exit', () => dismissReaper(reaper));
  }
}

function spawnGuest(options: CellProcessOptions): ChildProcess {
  const { belts } = options;
  const setpriv = setprivFor(options);
  const prefix = setpriv === null ? [] : orphanGuardPrefix(setpriv);
  const guest = [options.guestPath ?? GUEST, switchedOff(belts)];
  const [program = process.execPath, ...args] = [
    ...prefix,
    process.execPath,
    ...nodeFlags(options),
    ...guest,
  ];
  return spawn(program, args, {
    cwd: '/',
    env: { TZ: 'UTC', LANG: 'C' },
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    windowsHide: true,
  });
}

function setprivFor({ belts, reaper = false }: CellProcessOptions): string | null {
  return belts.orphanGuard && !reaper ? findSetpriv() : null;
}

function nodeFlags({ belts, heapMegabytes, profile }: CellProcessOptions): string[] {
  return [
    '--no-warnings',
    `--max-old-space-size=${heapMegabytes}`,
    // Spares a cell the collections that its start and its readers would set off with a small one.
    `--min-semi-space-size=${YOUNG_MEGABYTES}`,
    ...(belts.permission ? ['--permission'] : []),
    // The permission model does not cover node:sqlite.
    ...(belts.powers ? ['--no-experimental-sqlite'] : []),
    ...(profile === undefined ? [] : profileFlags(profile)),
  ];
}

/** Node writes profiles by way of its inspector, which the permission model denies unless it is told. */
function profileFlags(file: string): string[] {
  return [
    '--allow-inspector',
    '--cpu-prof',
    `--cpu-prof-dir=${dirname(file)}`,
    `--cpu-prof-name=${basename(file)}`,
  ];
}

function switchedOff(belts: Belts): string {
  return Object.entries(belts)
    .filter(([, on]) => !on)
    .map(([name]) => name)
    .join(',');
}

/** Lower priority, and the first to go when memory runs out. A process that has ended already says so by itself. */
function lower(pid: number): void {
  try {
    setPriority(pid, Math.min(NICEST, getPriority() + NICER));
  } catch {
    return;
  }
  if (process.platform === 'linux')
    void writeFile(`/proc/${pid}/oom_score_adj`, OOM_SCORE).catch(() => undefined);
}

/** A pipe to the cell. A cell that ends breaks it; the end of the process says why. */
function asSocket(stream: unknown): Socket {
  if (!(stream instanceof Socket)) throw new Error('the pipes to the cell are missing');
  return stream.on('error', () => undefined);
}
