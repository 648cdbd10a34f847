import { execFileSync } from 'node:child_process';
import { hash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { basename } from 'node:path';

/** A registry on loopback that has our packages and nothing else. */
export class Registry implements AsyncDisposable {
  readonly url: string;
  readonly #server: Server;

  private constructor(server: Server, url: string) {
    this.#server = server;
    this.url = url;
  }

  /** @param tarballs One version of each package. */
  static async start(tarballs: readonly string[]): Promise<Registry> {
    const answers = new Map<string, Buffer>();
    const server = createServer(({ url = '/' }, response) => {
      const answer = answers.get(decodeURIComponent(url));
      if (answer === undefined) response.writeHead(404).end('{}');
      else response.end(answer);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (typeof address !== 'object' || address === null) throw new Error('the registry does not listen');
    const url = `http://127.0.0.1:${address.port}/`;
    for (const tarball of tarballs) {
      const content = readFileSync(tarball);
      const file = basename(tarball);
      answers.set(`/${file}`, content);
      const { name, packument } = describe(tarball, content, `${url}${file}`);
      answers.set(`/${name}`, Buffer.from(JSON.stringify(packument)));
    }
    return new Registry(server, url);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

/** What a registry tells of a package that has one version. */
function describe(path: string, content: Buffer, tarball: string): { name: string; packument: unknown } {
  const fields: { name: string; version: string } = JSON.parse(
    execFileSync('tar', ['-xzOf', path, 'package/package.json'], { encoding: 'utf8' }),
  );
  const { name, version } = fields;
  const dist = { tarball, integrity: `sha512-${hash('sha512', content, 'base64')}` };
  return {
    name,
    packument: { name, 'dist-tags': { latest: version }, versions: { [version]: { ...fields, dist } } },
  };
}
