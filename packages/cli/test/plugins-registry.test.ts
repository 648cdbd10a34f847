import { hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { packEntries, packPlugin, type ArchiveEntry } from './archives.js';
import { Place } from './bourse.js';
import { buildPlugin } from './build-plugin.js';
import { LoopbackRegistry, type VersionFields } from './loopback-registry.js';

const NAME = '@acme/plugin-acme';
const workshop = new Place();
const archives = new Map<string, Buffer>();

async function build(version: string, change: (folder: string) => void = () => undefined): Promise<void> {
  const folder = join(workshop.folder, version);
  buildPlugin('acme', folder, () => {
    exchange(folder, 'package.json', '"1.0.0"', `"${version}"`);
    change(folder);
  });
  archives.set(version, await packPlugin(folder));
}

function exchange(folder: string, file: string, from: string, to: string): void {
  const path = join(folder, file);
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
}

const archiveOf = (version: string): Buffer => archives.get(version) ?? Buffer.alloc(0);

beforeAll(async () => {
  await build('1.0.0');
  await build('1.0.1');
  await build('1.1.0', (folder) =>
    exchange(folder, 'plugin.json', '"extension": "csv"', '"extension": "tsv"'),
  );
}, 120_000);

afterAll(() => workshop[Symbol.dispose]());

let place: Place;
let registry: LoopbackRegistry;
const settings: string[] = [];

function configure(name: string, value: string): void {
  settings.push(`npm_config_${name}`);
  process.env[`npm_config_${name}`] = value;
}

beforeEach(async () => {
  place = new Place();
  registry = await LoopbackRegistry.start();
  configure('registry', registry.url);
  configure('userconfig', join(place.folder, 'npmrc'));
});

afterEach(async () => {
  for (const name of settings.splice(0)) Reflect.deleteProperty(process.env, name);
  place[Symbol.dispose]();
  await registry[Symbol.asyncDispose]();
});

const tell = (...words: readonly string[]) => place.tell(['plugins', ...words]);
const ask = (...words: readonly string[]) => place.ask(['plugins', ...words]);
const publish = (version: string, fields?: VersionFields): void =>
  registry.publish(NAME, version, archiveOf(version), fields);
const refusal = (code: string, message: RegExp | string = '') => ({
  status: 1,
  answer: {
    problems: [
      {
        code,
        message:
          typeof message === 'string' ? expect.stringContaining(message) : expect.stringMatching(message),
        remedy: expect.any(String),
      },
    ],
  },
});

describe('a package that is named to the command', () => {
  test('is fetched, checked, and waits for approval like any other', async () => {
    publish('1.0.0');
    const { status, stdout } = await tell('add', NAME);
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: expect.stringContaining('bourse plugins approve acme'),
    });
    expect(stdout).toContain('does not say where it was built');
    const { stderr } = await tell('approve', 'acme', '--yes');
    expect(stderr).toContain(`${NAME} 1.0.0 at ${registry.url}`);
    expect((await ask('info', 'acme')).answer).toMatchObject({
      state: 'discovered',
      version: '1.0.0',
      origin: { registry: registry.url, name: NAME, wanted: 'latest', version: '1.0.0' },
    });
  });

  test('may be an older version, by number, range or tag', async () => {
    for (const version of ['1.0.0', '1.0.1', '1.1.0']) publish(version);
    registry.tag(NAME, 'stable', '1.0.0');
    expect((await ask('add', `${NAME}@~1.0.0`)).answer).toMatchObject({ version: '1.0.1' });
    expect((await ask('add', `${NAME}@1.1.0`)).answer).toMatchObject({ version: '1.1.0' });
    expect((await ask('add', `${NAME}@stable`)).answer).toMatchObject({ version: '1.0.0' });
    expect(await ask('add', `${NAME}@^2.0.0`)).toMatchObject(refusal('PACKAGE_NOT_FOUND', 'that is ^2.0.0'));
  });

  test('is one of the registry of its scope, which alone is shown the token for it', async () => {
    await using own = await LoopbackRegistry.start();
    const path = own.url.slice('http:'.length);
    writeFileSync(
      join(place.folder, 'npmrc'),
      `@acme:registry=${own.url}\n${path}:_authToken=token-of-acme\n`,
    );
    own.publish(NAME, '1.0.0', archiveOf('1.0.0'), {
      dist: { tarball: `${registry.url}elsewhere.tgz` },
    });
    registry.answerWith('/elsewhere.tgz', archiveOf('1.0.0'));
    expect((await ask('add', NAME)).status).toBe(0);
    expect(own.requests).toEqual([{ path: `/${NAME}`, authorization: 'Bearer token-of-acme' }]);
    expect(registry.requests).toEqual([{ path: '/elsewhere.tgz', authorization: undefined }]);
  });

  test('tells what its registry says of where it was built, and which version its author warns of', async () => {
    const subject = [{ digest: { sha512: hash('sha512', archiveOf('1.0.0'), 'hex') } }];
    publish('1.0.0', {
      deprecated: 'Use another.',
      dist: { attestations: { url: `${registry.url}attested` } },
    });
    registry.answerWith('/attested', attestation(subject));
    const { stdout } = await tell('add', NAME);
    expect(stdout).toContain(
      'built by .github/workflows/release.yml of https://example.com/acme at refs/heads/main',
    );
    expect(stdout).toContain('The registry says');
    expect(stdout).toContain('the signature of that statement was not checked');
    expect(stdout).toContain('“Use another.”');
    registry.answerWith('/attested', attestation([{ digest: { sha512: '00' } }]));
    expect(await ask('add', NAME)).toMatchObject(refusal('INTEGRITY_MISMATCH', 'another archive'));
  });

  test('that came from a folder afterwards is no longer looked for in a registry', async () => {
    publish('1.0.0');
    await tell('add', NAME);
    await tell('add', join(workshop.folder, '1.0.1'));
    expect((await ask('info', 'acme')).answer).not.toHaveProperty('origin');
    expect(await ask('update', 'acme')).toMatchObject(refusal('INVALID_REQUEST', 'not added by the name'));
  });
});

function attestation(subject: unknown): Buffer {
  const workflow = {
    repository: 'https://example.com/acme',
    path: '.github/workflows/release.yml',
    ref: 'refs/heads/main',
  };
  const statement = { subject, predicate: { buildDefinition: { externalParameters: { workflow } } } };
  const payload = Buffer.from(JSON.stringify(statement)).toString('base64');
  const predicateType = 'https://slsa.dev/provenance/v1';
  return Buffer.from(
    JSON.stringify({ attestations: [{ predicateType, bundle: { dsseEnvelope: { payload } } }] }),
  );
}

describe('nothing is taken in', () => {
  afterEach(() => {
    const folder = join(place.home, 'plugins');
    expect(existsSync(folder) ? readdirSync(folder) : []).toEqual([]);
  });

  test('that the registry does not have', async () => {
    expect(await ask('add', NAME)).toMatchObject(refusal('PACKAGE_NOT_FOUND', NAME));
    expect(await ask('add', './nowhere')).toMatchObject(refusal('INPUT_UNREADABLE'));
  });

  test('without a network', async () => {
    await registry[Symbol.asyncDispose]();
    expect(await ask('add', NAME)).toMatchObject(refusal('REGISTRY_UNAVAILABLE', 'ECONNREFUSED'));
  });

  test('offline, whether the command says so or npm', async () => {
    publish('1.0.0');
    expect(await ask('add', NAME, '--offline')).toMatchObject(refusal('REGISTRY_UNAVAILABLE', '--offline'));
    configure('offline', 'true');
    expect(await ask('add', NAME)).toMatchObject(refusal('REGISTRY_UNAVAILABLE', 'npm is configured'));
    expect(registry.requests).toEqual([]);
  });

  test('while the settings of npm cannot be read, which may name another registry', async () => {
    writeFileSync(join(place.folder, 'npmrc'), '//registry.example/:_authToken=${NOT_SET_ANYWHERE}\n');
    publish('1.0.0');
    expect(await ask('add', NAME)).toMatchObject(refusal('INPUT_UNREADABLE', 'NOT_SET_ANYWHERE'));
    expect(registry.requests).toEqual([]);
  });

  test('from an address in clear text on another machine', async () => {
    configure('registry', 'http://registry.example/');
    expect(await ask('add', NAME)).toMatchObject(refusal('REGISTRY_REFUSED', 'http://registry.example'));
    configure('registry', registry.url);
    publish('1.0.0', { dist: { tarball: 'http://registry.example/acme.tgz' } });
    expect(await ask('add', NAME)).toMatchObject(refusal('REGISTRY_REFUSED', 'http://registry.example'));
    publish('1.0.0', { dist: { tarball: 'file:///etc/passwd' } });
    expect(await ask('add', NAME)).toMatchObject(refusal('REGISTRY_REFUSED', 'file:'));
  });

  test.each([
    ['other bytes than announced', { dist: { integrity: `sha512-${'A'.repeat(86)}==` } }],
    ['a sha1 alone', { dist: { integrity: 'sha1-Kq5sNclPz7QV2+lfQIuc6R7oRu0=' } }],
    ['no integrity', { dist: { integrity: undefined } }],
  ])('with %s', async (_, fields) => {
    publish('1.0.0', fields);
    expect(await ask('add', NAME)).toMatchObject(refusal('INTEGRITY_MISMATCH'));
  });

  test('of another package or version than the archive says', async () => {
    registry.publish('@acme/plugin-other', '1.0.0', archiveOf('1.0.0'));
    expect(await ask('add', '@acme/plugin-other')).toMatchObject(
      refusal('INTEGRITY_MISMATCH', /holds @acme/),
    );
    registry.publish(NAME, '9.0.0', archiveOf('1.0.0'));
    expect(await ask('add', NAME)).toMatchObject(refusal('INTEGRITY_MISMATCH', /not .* 9\.0\.0/));
  });

  test('that is no plugin, and its archive is not even fetched', async () => {
    publish('1.0.0', { bourse: undefined });
    expect(await ask('add', NAME)).toMatchObject(refusal('MANIFEST_MISSING', 'no plugin for Bourse'));
    expect(registry.requests).toHaveLength(1);
  });

  test.each<[string, ArchiveEntry]>([
    ['a link', { path: 'package/link', type: 'SymbolicLink', linkpath: '/etc/passwd' }],
    ['a hard link', { path: 'package/link', type: 'Link', linkpath: '../../etc/passwd' }],
    ['a path that climbs', { path: 'package/../../evil.js', content: 'x' }],
    ['an absolute path', { path: '/etc/evil.js', content: 'x' }],
  ])('with %s in its archive', async (_, entry) => {
    registry.publish(NAME, '1.0.0', packEntries([entry]));
    expect(await ask('add', NAME)).toMatchObject(refusal('ARCHIVE_INVALID'));
  });

  test('with more files than a plugin has', async () => {
    const many = Array.from({ length: 2_001 }, (_, index) => ({ path: `package/${index}.txt` }));
    registry.publish(NAME, '1.0.0', packEntries(many));
    expect(await ask('add', NAME)).toMatchObject(refusal('ARCHIVE_INVALID', 'more than 2000'));
  });

  test('that does not end', async () => {
    publish('1.0.0');
    const chunk = Buffer.alloc(1024 * 1024);
    registry.answerWith(`/${NAME}/-/1.0.0.tgz`, (response) => {
      const send = (): void => {
        while (!response.destroyed && response.write(chunk));
        if (!response.destroyed) response.once('drain', send);
      };
      send();
    });
    expect(await ask('add', NAME)).toMatchObject(refusal('INPUT_TOO_LARGE'));
  });

  test.each([
    ['a circle', 'REGISTRY_UNAVAILABLE', { location: '/circle' }, 302],
    ['another machine in clear text', 'REGISTRY_REFUSED', { location: 'http://registry.example/' }, 302],
    ['a login', 'PERMISSION_DENIED', {}, 401],
    ['a failure', 'REGISTRY_UNAVAILABLE', {}, 500],
  ])('of a registry whose answer leads to %s', async (_, code, headers, status) => {
    const answer = (response: ServerResponse): void => {
      response.writeHead(status, headers).end();
    };
    registry.answerWith(`/${NAME}`, answer);
    registry.answerWith('/circle', answer);
    expect(await ask('add', NAME)).toMatchObject(refusal(code));
  });

  test.each(['<html>', '{}', '{"dist-tags":{"latest":"1.0.0"},"versions":{"1.0.0":{"name":"other"}}}'])(
    'of a registry that says %s',
    async (text) => {
      registry.answerWith(`/${NAME}`, Buffer.from(text));
      expect(await ask('add', NAME)).toMatchObject(refusal('MALFORMED_RESPONSE'));
    },
  );
});

describe('an update', () => {
  beforeEach(async () => {
    publish('1.0.0');
    await tell('add', NAME);
    await tell('approve', 'acme', '--yes');
  });

  const updates = (...outcomes: readonly object[]) => ({ status: 0, answer: { updates: outcomes } });

  test('that asks for no more serves at once', async () => {
    publish('1.0.1');
    expect(await ask('update')).toMatchObject(
      updates({ id: 'acme', from: '1.0.0', found: '1.0.1', isTaken: true, serves: true }),
    );
    expect((await ask('info', 'acme')).answer).toMatchObject({
      version: '1.0.1',
      origin: { version: '1.0.1' },
    });
  });

  test('that asks for more is shown with the difference, and waits', async () => {
    publish('1.1.0');
    const { stdout, stderr } = await tell('update');
    expect(stderr).toContain('Update acme from 1.0.0 to 1.1.0');
    expect(stderr).toContain('+ reads *.tsv files');
    expect(stdout).toContain('version 1.1.0 waits for you: bourse plugins approve acme');
    expect((await ask('info', 'acme')).answer).toMatchObject({
      version: '1.0.0',
      pending: { version: '1.1.0' },
    });
  });

  test('stays within the range that was asked for', async () => {
    await tell('add', `${NAME}@~1.0.0`);
    publish('1.1.0');
    expect(await ask('update')).toMatchObject(updates({ from: '1.0.0', found: '1.0.0', isTaken: false }));
  });

  test('never goes back by itself, and says how the user does', async () => {
    publish('1.0.1');
    await tell('update');
    registry.tag(NAME, 'latest', '1.0.0');
    expect(await ask('update', 'acme')).toMatchObject(
      updates({ from: '1.0.1', found: '1.0.0', isTaken: false }),
    );
    expect((await tell('update')).stdout).toContain('"bourse plugins rollback acme" goes back');
  });

  test('of nothing, or of a registry that is gone, leaves what serves', async () => {
    registry.publish(NAME, '1.0.1', Buffer.from('no archive'));
    expect(await ask('update')).toMatchObject({
      status: 1,
      answer: { updates: [{ id: 'acme', isTaken: false, problem: { code: 'ARCHIVE_INVALID' } }] },
    });
    expect(await ask('update', '--offline')).toMatchObject(refusal('REGISTRY_UNAVAILABLE'));
    expect((await ask('info', 'acme')).answer).toMatchObject({ state: 'discovered', version: '1.0.0' });
    await tell('remove', 'acme');
    expect(await ask('update')).toEqual({ status: 0, answer: { updates: [] } });
  });
});
