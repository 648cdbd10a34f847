import type { PluginManager } from '@bourse/core';
import type { RunningEmulator, StartOptions } from '@bourse/sdk/emulator';
import { markLike, type Canary } from '../../canary/canary.ts';
import { importEmulator } from '../../emulator/plugin-emulators.ts';
import type { TestClock } from './test-clock.ts';

type Credentials = Readonly<Record<string, string>>;

/** An institution that runs for one day, and what must never be found of it. */
export class Institution implements AsyncDisposable {
  readonly running: RunningEmulator<unknown, unknown>;
  readonly credentials: Credentials;
  /** Where the origins that the plugin reaches really go. */
  readonly origins: Readonly<Record<string, string>>;
  readonly #secretNames: ReadonlySet<string>;

  private constructor(
    running: RunningEmulator<unknown, unknown>,
    facts: { secretNames: ReadonlySet<string>; reached: ReadonlySet<string> },
  ) {
    this.running = running;
    this.credentials = running.credentials;
    this.origins = Object.fromEntries(
      Object.entries(running.origins).filter(([origin]) => facts.reached.has(origin)),
    );
    this.#secretNames = facts.secretNames;
  }

  /** Starts it with secrets that no other has, as far as their form allows, unless they are given. */
  static async start(
    id: string,
    { manager, clock }: { manager: PluginManager; clock: TestClock },
    options: Omit<StartOptions<unknown>, 'clock'> = {},
  ): Promise<Institution> {
    const emulator = await importEmulator(id);
    const { manifest } = manager.info(id);
    const { credentials: declared = {}, network = [] } = manifest?.dialect === 'bourse' ? manifest : {};
    const secrets = Object.entries(declared).filter(([, { secret }]) => secret === true);
    const marked = secrets.filter(([, { form = 'text' }]) => form === 'text').map(([name]) => name);
    const own = Object.entries(emulator.credentials)
      .filter(([name]) => marked.includes(name))
      .map(([name, value]) => [name, markLike(value)]);
    const running = await emulator.start({
      credentials: Object.fromEntries(own),
      ...options,
      clock: clock.now,
    });
    return new Institution(running, {
      secretNames: new Set(secrets.map(([name]) => name)),
      reached: new Set(network.map(({ origin }) => origin)),
    });
  }

  /** Right credentials, and sessions and tokens that were handed out. */
  get canaries(): Canary[] {
    const { issued, name: id } = this.running;
    const given = Object.entries(this.credentials).filter(([name]) => this.#secretNames.has(name));
    return [...given, ...issued.map(({ name, value }) => [name, value] as const)].flatMap(([name, text]) =>
      linesOf(text).map((line) => ({ name: `${id} ${name}`, text: line, isMarked: false })),
    );
  }

  /** Codes that came with logins: too short to be searched for but as words. */
  get codes(): string[] {
    return this.running.journal.entries.flatMap(({ body }) =>
      Array.from(
        Buffer.from(body)
          .toString()
          .matchAll(/"oneTimePassword":"(\d{6})"/g),
        ([, code = '']) => code,
      ),
    );
  }

  /** What it answered so far with a login or signature that was wrong. */
  get refusals(): number {
    return this.running.journal.entries.filter(({ verdict }) => verdict.signature === 'invalid').length;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.running.close();
  }
}

/** The lines of a key in PEM form, whose borders are no secret. */
function linesOf(text: string): string[] {
  if (!text.startsWith('-----BEGIN ')) return [text];
  return text.split(/\r?\n/).filter((line) => line.length > 20 && !line.startsWith('-----'));
}
