import { expect } from '@jest/globals';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { AcmeInstitution, CREDENTIALS } from './acme-institution.js';
import { Place } from './bourse.js';

const OFF = { BOURSE_KEYCHAIN: 'off', BOURSE_CREDENTIALS: CREDENTIALS };

/** A place with one connection, not synced yet. */
export class ConnectedPlace implements AsyncDisposable {
  readonly place = new Place();
  readonly #acme = new AcmeInstitution();

  /** @param built The folder of the built plugin */
  async open(built: string): Promise<void> {
    const origin = await this.#acme.open();
    for (const part of ['package.json', 'plugin.json', 'dist'])
      cpSync(join(built, part), join(this.place.plugins, 'acme-online', part), { recursive: true });
    await this.run(['plugins', 'approve', 'acme-online', '--yes']);
    await this.run(['connect', 'acme-online', '--development', origin]);
  }

  async run(words: readonly string[]): Promise<string> {
    const child = this.place.start([...words, '--json'], OFF);
    child.stdin.end();
    return text(child.stdout);
  }

  /** Ends a sync, as by `kill -9`, so many milliseconds after its beginning. Tells whether it was still running. */
  async killSync(afterMs: number): Promise<boolean> {
    const child = this.place.start(['sync'], OFF);
    child.stdin.end();
    const ended = new Promise<NodeJS.Signals | null>((resolve) =>
      child.on('close', (_code, signal) => resolve(signal)),
    );
    await sleep(afterMs);
    child.kill('SIGKILL');
    return (await ended) === 'SIGKILL';
  }

  /** As if so much time had passed that the lease of a host that was killed is over. */
  endLeases(): void {
    const database = new DatabaseSync(join(this.place.home, 'host.db'));
    database.exec('PRAGMA busy_timeout = 5000; DELETE FROM lease');
    database.close();
  }

  /** What the ledger holds to be true. */
  async state(): Promise<readonly string[]> {
    return [await this.run(['transactions']), await this.run(['portfolio']), await this.run(['cash'])];
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.place[Symbol.dispose]();
    await this.#acme[Symbol.asyncDispose]();
  }
}

/**
 * Kills syncs at points that are spread evenly over the time that one takes. Whatever had been done by then, the next
 * sync makes the ledger what it would have been.
 */
export async function expectWholeAfterKills(built: string, points: number): Promise<void> {
  await using whole = new ConnectedPlace();
  await whole.open(built);
  const began = performance.now();
  await whole.run(['sync']);
  const duration = performance.now() - began;
  const expected = await whole.state();
  let kills = 0;
  for (let point = 0; point < points; point += 1) {
    await using crashed = new ConnectedPlace();
    await crashed.open(built);
    if (await crashed.killSync(((point + 0.5) * duration) / points)) kills += 1;
    crashed.endLeases();
    expect(JSON.parse(await crashed.run(['sync']))).toMatchObject({
      connections: [{ lists: { length: 3 } }],
    });
    expect(await crashed.state()).toEqual(expected);
    expect(JSON.parse(await crashed.run(['audit', 'verify']))).toMatchObject({ isIntact: true });
  }
  // A test in which nothing was killed would show nothing.
  expect(kills).toBeGreaterThan(points / 4);
}
