import { connect, type Socket } from 'node:net';
import { rootCertificates } from 'node:tls';
import type { Institution } from './institution.ts';

/** An address of the public internet, as far as the host knows. */
const PUBLIC = '8.8.8.8';

/** One that has nothing to do with the institution. */
const [OTHER_AUTHORITY = ''] = rootCertificates;

/** The way from a host to the institution of a live connection: what the name service says, and who answers. */
export class Wire {
  /** What the name service says first; afterwards it says what is right. */
  answers: string[][] = [];
  /** Whether the authority behind the institution is trusted. */
  isTrusted = true;
  /** Where the host connected to. */
  readonly dialed: string[] = [];
  #port = 0;
  #authority: string | undefined;

  /** Connections go there from now on. */
  lead({ running }: Institution): void {
    this.#port = Number(new URL(running.baseUrl).port);
    this.#authority = running.certificateAuthority;
  }

  /** What a host takes in place of the network. */
  get ports(): {
    resolve: () => Promise<string[]>;
    openTcp: (target: { readonly host: string; readonly port: number }) => Socket;
    readonly certificateAuthority: string;
  } {
    const authority = (): string => (this.isTrusted ? (this.#authority ?? '') : OTHER_AUTHORITY);
    return {
      resolve: async () => this.answers.shift() ?? [PUBLIC],
      openTcp: ({ host, port }) => {
        if (host === '127.0.0.1') return connect({ host, port });
        this.dialed.push(host);
        return connect({ host: '127.0.0.1', port: this.#port });
      },
      get certificateAuthority() {
        return authority();
      },
    };
  }
}
