import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { CREDENTIALS, type AcmeInstitution } from './acme-institution.js';
import { Place } from './bourse.js';
import type { KillPoint, SyncAnswer } from './kill-points.js';
import { WriteHold } from './write-hold.js';

const VARIABLES = { BOURSE_KEYCHAIN: 'off', BOURSE_CREDENTIALS: CREDENTIALS };

/** A place with one connection. */
export class ConnectedPlace implements Disposable {
  readonly #place = new Place();
  readonly #acme: AcmeInstitution;

  constructor(acme: AcmeInstitution) {
    this.#acme = acme;
  }

  /**
   * Connects, and makes an empty ledger.
   *
   * @param built The folder of the built plugin
   * @param origin What the option --development takes
   */
  async connect(built: string, origin: string): Promise<void> {
    for (const part of ['package.json', 'plugin.json', 'dist'])
      cpSync(join(built, part), join(this.#place.plugins, 'acme-online', part), { recursive: true });
    await this.#run(['plugins', 'approve', 'acme-online', '--yes']);
    await this.#run(['connect', 'acme-online', '--development', origin]);
    await this.state();
  }

  /** Another place with the same content. */
  copy(): ConnectedPlace {
    const copied = new ConnectedPlace(this.#acme);
    cpSync(this.#place.folder, copied.#place.folder, { recursive: true });
    return copied;
  }

  async sync(): Promise<unknown> {
    return JSON.parse(await this.#run(['sync']));
  }

  /** Syncs, and tells what the institution answered. */
  async recordSync(): Promise<SyncAnswer[]> {
    const { paths } = this.#acme;
    const sizes: number[] = [];
    using _sending = this.#sendThrough((response, body) => {
      sizes.push(Buffer.byteLength(body));
      response.end(body);
    });
    await this.sync();
    return sizes.map((bytes, index) => ({
      bytes,
      endsList: paths[index] !== '/login' && paths[index] !== paths[index + 1],
    }));
  }

  /** Begins a sync and ends it, as by `kill -9`, at a point that it cannot get past. Answers the signal that ended it. */
  async killSync(point: KillPoint): Promise<NodeJS.Signals | null> {
    let hold: WriteHold | undefined;
    const reached = Promise.withResolvers<undefined>();
    using _sending = this.#sendThrough((response, body) => {
      if (this.#acme.paths.length <= point.request) return response.end(body);
      if (point.at === 'answer')
        return response.write(body.slice(0, point.bytes), () => reached.resolve(undefined));
      try {
        hold = new WriteHold(this.#place.home, point.at);
      } catch (error) {
        reached.reject(error);
      }
      return response.end(body, () => reached.resolve(undefined));
    });
    const child = this.#start(['sync']);
    const end = new AbortController();
    const ended = new Promise<NodeJS.Signals | null>((resolve) =>
      child.on('close', (_code, signal) => {
        end.abort();
        resolve(signal);
      }),
    );
    await Promise.race([reached.promise, ended]);
    await hold?.untilReached(end.signal);
    child.kill('SIGKILL');
    const signal = await ended;
    hold?.[Symbol.dispose]();
    return signal;
  }

  /** What the ledger holds to be true. */
  async state(): Promise<unknown[]> {
    const answers: unknown[] = [];
    for (const command of ['transactions', 'portfolio', 'cash'])
      answers.push((await this.#place.ask([command], VARIABLES)).answer);
    return answers;
  }

  async verifyAudit(): Promise<unknown> {
    return (await this.#place.ask(['audit', 'verify'], VARIABLES)).answer;
  }

  [Symbol.dispose](): void {
    this.#place[Symbol.dispose]();
  }

  /** Counts requests anew, and lets somebody else send the answers for a while. */
  #sendThrough(send: AcmeInstitution['send']): Disposable {
    const former = this.#acme.send;
    this.#acme.paths.length = 0;
    this.#acme.send = send;
    return {
      [Symbol.dispose]: () => {
        this.#acme.send = former;
      },
    };
  }

  #start(words: readonly string[]): ReturnType<Place['start']> {
    const child = this.#place.start(words, VARIABLES);
    child.stdin.end();
    return child;
  }

  #run(words: readonly string[]): Promise<string> {
    return text(this.#start([...words, '--json']).stdout);
  }
}
