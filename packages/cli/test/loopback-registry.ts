import { hash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/** Fields of a version as a registry tells them. */
export type VersionFields = Readonly<Record<string, unknown>> & {
  readonly dist?: Readonly<Record<string, unknown>>;
};

interface Package {
  readonly versions: Record<string, unknown>;
  readonly 'dist-tags': Record<string, string>;
}

/** A registry of packages on loopback that tells exactly what a test has put into it. */
export class LoopbackRegistry implements AsyncDisposable {
  readonly #server: Server;
  readonly #packages = new Map<string, Package>();
  readonly #answers = new Map<string, (response: ServerResponse) => void>();
  /** Paths that were asked for, with what proved who asks. */
  readonly requests: { readonly path: string; readonly authorization: string | undefined }[] = [];

  private constructor() {
    this.#server = createServer((request, response) => this.#answer(request, response));
  }

  static async start(): Promise<LoopbackRegistry> {
    const registry = new LoopbackRegistry();
    registry.#server.listen(0, '127.0.0.1');
    await once(registry.#server, 'listening');
    return registry;
  }

  get url(): string {
    const address = this.#server.address();
    if (typeof address !== 'object' || address === null) throw new Error('the registry has ended');
    return `http://127.0.0.1:${address.port}/`;
  }

  /** Adds a version and tags it latest. @param fields Take the place of what an honest registry would tell. */
  publish(name: string, version: string, archive: Buffer, fields: VersionFields = {}): void {
    const file = `${name}/-/${version}.tgz`;
    this.answerWith(`/${file}`, archive);
    const found = this.#packages.get(name) ?? { versions: {}, 'dist-tags': {} };
    this.#packages.set(name, found);
    const integrity = `sha512-${hash('sha512', archive, 'base64')}`;
    const dist = { tarball: `${this.url}${file}`, integrity, ...fields.dist };
    found.versions[version] = { name, version, bourse: './dist/manifest.json', ...fields, dist };
    this.tag(name, 'latest', version);
  }

  tag(name: string, tag: string, version: string): void {
    const found = this.#packages.get(name);
    if (found !== undefined) found['dist-tags'][tag] = version;
  }

  /** Answers a path with these bytes, or as told. */
  answerWith(path: string, answer: Buffer | ((response: ServerResponse) => void)): void {
    this.#answers.set(path, typeof answer === 'function' ? answer : (response) => response.end(answer));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    if (this.#server.listening) await new Promise((resolve) => this.#server.close(resolve));
  }

  #answer({ url = '/', headers }: IncomingMessage, response: ServerResponse): void {
    const path = decodeURIComponent(url);
    this.requests.push({ path, authorization: headers.authorization });
    const answer = this.#answers.get(path);
    const found = this.#packages.get(path.slice(1));
    if (answer !== undefined) answer(response);
    else if (found !== undefined) response.end(JSON.stringify(found));
    else response.writeHead(404).end('{}');
  }
}
