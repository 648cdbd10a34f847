import { readFileSync } from 'node:fs';
import type { NetworkScript, RecordedRequest, ScriptedAnswer } from '@bourse/sdk/testing';
import { stepOf, totpOf } from '../emulator/login/totp.js';
import type { RunningDegiro } from '../emulator/test-client.js';

type Value = string | { credential: string } | { capture: string } | { step: string };
type Placement = { value: Value } & Partial<
  Record<'header' | 'query' | 'segment' | 'matrix' | 'cookie' | 'json', string>
>;

interface Permission {
  origin: string;
  methods: string[];
  paths: string[];
  when?: { member: string; values: string[] };
  scheme: string;
  captures?: { name: string; from: { json: string } }[];
}

interface Manifest {
  network: Permission[];
  schemes: Record<string, { place: Placement[] }>;
}

const manifest = JSON.parse(readFileSync(new URL('../plugin.json', import.meta.url), 'utf8')) as Manifest;
const realFetch = globalThis.fetch;

/**
 * The way from the plugin to its emulator: does what the manifest says that the host does, in a few lines of its own. The
 * host's own gateway is tested with it elsewhere.
 */
export class TestWire {
  readonly vault = new Map<string, string>();
  /** What the plugin was given to see. */
  readonly seen: string[] = [];
  readonly #emulator: RunningDegiro;
  readonly script: NetworkScript = (request) => this.#answer(request);

  constructor(emulator: RunningDegiro) {
    this.#emulator = emulator;
    for (const [name, value] of Object.entries(emulator.credentials)) this.vault.set(name, value);
  }

  async #answer(request: RecordedRequest): Promise<ScriptedAnswer> {
    const permission = findPermission(request);
    const headers = new Headers(request.headers);
    const url = new URL(request.url);
    let body = request.body === '' ? undefined : request.body;
    for (const placement of manifest.schemes[permission.scheme]?.place ?? []) {
      const value = this.#valueOf(placement.value);
      if (value === undefined) return { problem: missing(placement.value) };
      if (placement.header !== undefined) headers.set(placement.header, value);
      if (placement.cookie !== undefined) headers.set('cookie', `${placement.cookie}=${value}`);
      if (placement.query !== undefined) url.searchParams.set(placement.query, value);
      if (placement.matrix !== undefined) url.pathname += `;${placement.matrix}=${value}`;
      if (placement.segment !== undefined) {
        url.pathname = url.pathname.replace(`%7B${placement.segment}%7D`, value);
      }
      if (placement.json !== undefined) {
        body = JSON.stringify({ ...JSON.parse(body ?? '{}'), [placement.json.slice(1)]: value });
      }
    }
    const target = `${this.#emulator.origins[url.origin]}${url.pathname}${url.search}`;
    // A connection that is kept may be gone while the clock of the test stands still.
    headers.set('connection', 'close');
    const init = { method: request.method, headers, ...(body === undefined ? {} : { body }) };
    const answer = await realFetch(target, init);
    const text = this.#capture(await answer.text(), permission);
    this.seen.push(text);
    return { status: answer.status, body: text };
  }

  #valueOf(value: Value): string | undefined {
    if (typeof value === 'string') return value;
    if ('credential' in value) return this.vault.get(value.credential);
    if ('capture' in value) return this.vault.get(`capture ${value.capture}`);
    const secret = this.vault.get('totpSecret');
    return secret === undefined ? undefined : totpOf(secret, stepOf(this.#emulator.now()));
  }

  /** Takes captures out, and whatever the vault holds. */
  #capture(text: string, { captures = [] }: Permission): string {
    for (const { name, from } of captures) {
      const found = new RegExp(`"${from.json.slice(1)}":"([^"]+)"`).exec(text)?.[1];
      if (found !== undefined) this.vault.set(`capture ${name}`, found);
    }
    return [...this.vault.values()].reduce((shown, secret) => shown.replaceAll(secret, 'blank'), text);
  }
}

function findPermission({ method, url, body }: RecordedRequest): Permission {
  const found = manifest.network.filter(
    (permission) =>
      permission.origin === url.origin &&
      permission.methods.includes(method) &&
      permission.paths.some((path) => fits(path, url.pathname)) &&
      (permission.when === undefined ||
        permission.when.values.includes(JSON.parse(body)[permission.when.member.slice(1)])),
  );
  const exact = found.find(({ paths }) => paths.includes(url.pathname)) ?? found[0];
  if (exact === undefined) throw new Error(`No permission for ${method} ${url.origin}${url.pathname}`);
  return exact;
}

function fits(pattern: string, path: string): boolean {
  const segments = path.split('/');
  const wanted = pattern.split('/');
  return (
    wanted.length === segments.length && wanted.every((one, index) => one === '*' || one === segments[index])
  );
}

function missing(value: Value) {
  const isCapture = typeof value === 'object' && 'capture' in value;
  return isCapture
    ? { code: 'AUTH_EXPIRED' as const, message: 'There is no session.' }
    : { code: 'CREDENTIAL_MISSING' as const, message: 'A credential is missing.' };
}
