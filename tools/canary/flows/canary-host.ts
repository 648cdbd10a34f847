import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { CassetteRecorder, PluginManager } from '@bourse/core';
import { childrenOf } from '../../security/watch/process-table.ts';
import { writeSnapshotGuest } from '../snapshot-guest.ts';

/** A host with a home of its own, whose cells can be looked into. */
export class CanaryHost {
  readonly folder = mkdtempSync(join(tmpdir(), 'bourse-canary-'));
  readonly home = join(this.folder, 'home');
  readonly manager: PluginManager;
  /** Lines that plugins logged, and whatever was said or thrown. */
  readonly said: string[] = [];
  readonly #guestPath: string;
  readonly #recorders: CassetteRecorder[] = [];

  constructor(folders: readonly string[]) {
    mkdirSync(this.home);
    this.#guestPath = writeSnapshotGuest(this.folder);
    this.manager = new PluginManager(
      {
        home: this.home,
        folders: [...folders],
        vault: { keychain: false },
        onLog: (_, line) => this.said.push(JSON.stringify(line)),
        onWarning: (message) => this.said.push(message),
        network: ({ id, ...version }, connection) => {
          if (connection === undefined) return undefined;
          const network = this.manager.connections.networkOf({ id, ...version }, connection.id);
          if (network === undefined) return undefined;
          const recorder = new CassetteRecorder({
            plugin: { id, version: version.manifest.version },
            network,
          });
          this.#recorders.push(recorder);
          return recorder;
        },
      },
      // A cell that writes its heap down needs memory and time for it, and one file.
      {
        guestPath: this.#guestPath,
        belts: { permission: false, rssWatch: false, cpuWatch: false, deadlines: false },
      },
    );
  }

  /** Processes of the cells of this host that live now; this process can have other children. */
  get cells(): number[] {
    return childrenOf(process.pid)
      .map(({ pid }) => pid)
      .filter((pid) => commandOf(pid).includes(this.#guestPath));
  }

  /** Writes down what went over the wire, and gives the folder. */
  writeCassettes(): string {
    const folder = join(this.folder, 'cassettes');
    mkdirSync(folder, { recursive: true });
    for (const [index, recorder] of this.#recorders.entries())
      writeFileSync(join(folder, `${index}.json`), JSON.stringify(recorder.toCassette()));
    return folder;
  }

  /** Waits until no cell lives any more and what the host had to write down of that is there. */
  async settle(): Promise<void> {
    while (this.cells.length > 0) await wait(50);
    await wait(200);
  }

  async close(): Promise<void> {
    await this.manager.close();
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Program and arguments of a process; none of one that is gone. */
function commandOf(pid: number): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return [];
  }
}
