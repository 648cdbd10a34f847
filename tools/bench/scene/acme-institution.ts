import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

interface Whereabouts {
  readonly origins: Readonly<Record<string, string>>;
  readonly certificateAuthority?: string;
}

/** The emulator of the bench, in a process of its own. */
export class AcmeInstitution {
  readonly origins: Readonly<Record<string, string>>;
  /** PEM; with TLS alone. */
  readonly certificateAuthority: string | undefined;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, { origins, certificateAuthority }: Whereabouts) {
    this.#child = child;
    this.origins = origins;
    this.certificateAuthority = certificateAuthority;
  }

  static async start({ tls = false }: { readonly tls?: boolean } = {}): Promise<AcmeInstitution> {
    const child = fork(join(import.meta.dirname, 'acme-process.ts'), tls ? ['--tls'] : []);
    const [whereabouts] = (await once(child, 'message')) as [Whereabouts];
    return new AcmeInstitution(child, whereabouts);
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** When each request came since the last time that this was asked, in milliseconds. */
  async takeArrivals(): Promise<number[]> {
    const answered = once(this.#child, 'message');
    this.#child.send('arrivals');
    const [arrivals] = (await answered) as [number[]];
    return arrivals;
  }

  async stop(): Promise<void> {
    const ended = once(this.#child, 'exit');
    this.#child.disconnect();
    await ended;
  }
}
