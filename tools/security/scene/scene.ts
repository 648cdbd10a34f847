import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The world of one run: a data folder, plugins, things worth stealing, and places that nobody may write to. */
export interface Scene {
  readonly folder: string;
  /** The data folder of the host. */
  readonly home: string;
  /** The folder that the host looks for plugins in. */
  readonly plugins: string;
  /** 32 characters that stand in the canary and in the environment of the host, and nowhere else. */
  readonly secret: string;
  /** A file of the user. */
  readonly canary: string;
  /** A path that does not exist. */
  readonly target: string;
  /** Path of a Unix socket on which the observer listens. */
  readonly socket: string;
  /** Loopback ports on which the observer listens; on `bank` as the institution, on `program` as its program over TLS. */
  readonly ports: {
    readonly tcp: number;
    readonly udp: number;
    readonly bank: number;
    readonly program: number;
  };
}

/** The id of the plugin that attacks, unless it needs another one. */
export const HOSTILE = 'mallory';

/** The id of the plugin that is called throughout. */
export const HEALTHY = 'healthy';

export function createScene(ports: Scene['ports'], socket: (folder: string) => string): Scene {
  const folder = mkdtempSync(join(tmpdir(), 'bourse-attack-'));
  const scene: Scene = {
    folder,
    home: join(folder, 'home'),
    plugins: join(folder, 'plugins'),
    secret: randomBytes(16).toString('hex'),
    canary: join(folder, 'user', 'canary.txt'),
    target: join(folder, 'user', 'written.txt'),
    socket: socket(folder),
    ports,
  };
  for (const path of [scene.home, scene.plugins, join(folder, 'user')]) mkdirSync(path);
  writeFileSync(scene.canary, `canary ${scene.secret}\n`);
  return scene;
}

export function removeScene({ folder }: Scene): void {
  rmSync(folder, { recursive: true, force: true });
}
