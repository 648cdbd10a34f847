import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { VersionTaken, withPublication, type Publication, type StoredPackage } from './stored-package.ts';

const TAGS = /^\/-\/package\/(.+)\/dist-tags(?:\/(.+))?$/;

/** A registry on loopback: packages are published, tagged and fetched as with any, and it ends with the rehearsal. */
export class LocalRegistry implements AsyncDisposable {
  readonly #server = createServer((request, response) => {
    this.#answer(request, response).catch((failure: unknown) => {
      const status = failure instanceof VersionTaken ? 403 : 500;
      response.writeHead(status).end(JSON.stringify({ error: String(failure) }));
    });
  });
  readonly #packages = new Map<string, StoredPackage>();
  readonly #archives = new Map<string, Buffer>();

  static async start(): Promise<LocalRegistry> {
    const registry = new LocalRegistry();
    registry.#server.listen(0, '127.0.0.1');
    await once(registry.#server, 'listening');
    return registry;
  }

  /** With a slash at its end. */
  get url(): string {
    const address = this.#server.address();
    if (typeof address !== 'object' || address === null) throw new Error('The registry has ended.');
    return `http://127.0.0.1:${address.port}/`;
  }

  /** The version of each package that is tagged latest. */
  get latest(): ReadonlyMap<string, string> {
    return new Map(
      [...this.#packages.values()].flatMap(({ name, 'dist-tags': { latest } }) =>
        latest === undefined ? [] : [[name, latest] as const],
      ),
    );
  }

  /** The version that was published before the newest one. */
  formerOf(name: string): string {
    const former = Object.keys(this.#packages.get(name)?.versions ?? {}).at(-2);
    if (former === undefined) throw new Error(`${name} has been published less than twice.`);
    return former;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = decodeURIComponent(new URL(request.url ?? '/', this.url).pathname);
    const body = request.method === 'PUT' ? await text(request) : undefined;
    const [, tagged, tag] = TAGS.exec(path) ?? [];
    const archive = this.#archives.get(path);
    if (archive !== undefined) response.end(archive);
    else if (tagged !== undefined) this.#answerTags(response, tagged, tag, body);
    else if (body !== undefined) this.#publish(response, JSON.parse(body));
    else send(response, this.#packages.get(path.slice(1)));
  }

  #publish(response: ServerResponse, publication: Publication): void {
    const { name, _attachments: archives } = publication;
    const at = new Date().toISOString();
    this.#packages.set(name, withPublication(this.#packages.get(name), publication, at));
    // The address that npm gives an archive.
    for (const [file, { data }] of Object.entries(archives))
      this.#archives.set(`/${name}/-/${file}`, Buffer.from(data, 'base64'));
    response.statusCode = 201;
    send(response, { ok: true });
  }

  #answerTags(
    response: ServerResponse,
    name: string,
    tag: string | undefined,
    body: string | undefined,
  ): void {
    const tags = this.#packages.get(name)?.['dist-tags'];
    if (tags !== undefined && tag !== undefined && body !== undefined) tags[tag] = JSON.parse(body);
    send(response, tags);
  }
}

function send(response: ServerResponse, content: unknown): void {
  // A package has more versions after the next step.
  response.setHeader('cache-control', 'no-store');
  if (content === undefined) response.statusCode = 404;
  response.end(JSON.stringify(content ?? { error: 'not found' }));
}
