import { fork, spawn, type ChildProcess, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

/** The priority of cells. */
const NICE = 10;

/** A process that answers, and does nothing else. */
export interface EchoProcess {
  ask(message: object): Promise<unknown>;
  stop(): Promise<unknown>;
}

/** Gives one and the same answer to every question, over the channel that Node gives to forked processes. */
export function forkResponder(folder: string, answer: unknown): EchoProcess {
  const script = join(folder, 'responder.cjs');
  writeFileSync(
    script,
    `const answer = ${JSON.stringify(answer)};
    process.on('message', () => process.send(answer));`,
  );
  const child = fork(script, { env: {} });
  lower(child);
  return {
    async ask(message) {
      const answered = once(child, 'message');
      child.send(message);
      return (await answered)[0];
    },
    stop: () => stop(child),
  };
}

/** Gives back what it is sent over two bare pipes, as bytes that nobody takes apart. */
export function spawnEcho(folder: string): EchoProcess {
  const script = join(folder, 'echo-pipe.cjs');
  writeFileSync(script, 'process.stdin.pipe(process.stdout);');
  const child: ChildProcessByStdio<Writable, Readable, null> = spawn(process.execPath, [script], {
    env: {},
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  lower(child);
  return {
    ask(message) {
      const bytes = Buffer.from(JSON.stringify(message));
      return new Promise((resolve) => {
        let missing = bytes.length;
        const take = (chunk: Buffer): void => {
          missing -= chunk.length;
          if (missing > 0) return;
          child.stdout.off('data', take);
          resolve(undefined);
        };
        child.stdout.on('data', take);
        child.stdin.write(bytes);
      });
    },
    stop: () => stop(child),
  };
}

function lower({ pid }: ChildProcess): void {
  if (pid !== undefined) setPriority(pid, NICE);
}

function stop(child: ChildProcess): Promise<unknown> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  return ended;
}
