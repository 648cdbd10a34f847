import { randomBytes } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type {
  NetworkAnswer,
  NetworkPort,
  NetworkRequest,
  NetworkSocket,
  SocketRequest,
} from '../../cell/index.js';
import {
  Gateway,
  type BudgetPort,
  type GatewayPorts,
  type HttpLimits,
  type Situation,
} from '../../gateway/index.js';
import { ProblemError } from '../../interfaces/index.js';
import type {
  ConnectionRecord,
  ConnectionRecords,
  CounterRecords,
  InstallRecords,
} from '../../store/index.js';
import { ConnectionSecrets, type Vault } from '../../vault/index.js';
import { grantedNetwork, grantsOf } from '../grants.js';
import type { HostAudit } from '../host-audit.js';
import type { NetworkedPlugin } from '../manager-options.js';
import { mayRun } from '../runnable.js';
import { fingerprintCredentials } from './fingerprint-credentials.js';

/** What the networks of all connections of a host share. */
export interface NetworkSources {
  readonly records: InstallRecords;
  readonly connections: Pick<ConnectionRecords, 'find' | 'findPresent'>;
  readonly counters: CounterRecords;
  readonly audit: Pick<HostAudit, 'append' | 'note' | 'conclude'>;
  readonly budget: BudgetPort;
  readonly now: () => number;
  /** What only tests change. */
  readonly gateway: Partial<Pick<GatewayPorts, 'resolve' | 'openTcp' | 'certificateAuthority'>>;
  readonly httpLimits: HttpLimits;
}

/** What nobody has asked for yet. */
const AT_REST: Situation = { isLogin: false, priority: 'background' };

/** How long a socket may be open after it was revoked, or other credentials were given, in another host; in milliseconds. */
export const LOOK_MS = 5_000;

/** The way of one connection to the network: its gateway, with what the user has granted by the time of each request. */
export class ConnectionNetwork implements NetworkPort {
  readonly secrets: ConnectionSecrets;
  readonly digest: string;
  readonly #sources: NetworkSources;
  readonly #plugin: NetworkedPlugin;
  readonly #connection: ConnectionRecord;
  readonly #gateway: Gateway;
  #revision: number | undefined;
  #clockSkewMs: number | undefined;
  #asksPrograms = false;
  #isOutdated = false;
  #situations: readonly Situation[] = [];

  /** @throws ProblemError NETWORK_REFUSED where a development origin is not on this machine */
  constructor(
    sources: NetworkSources,
    { plugin, connection, vault }: { plugin: NetworkedPlugin; connection: ConnectionRecord; vault: Vault },
  ) {
    this.#sources = sources;
    this.#plugin = plugin;
    this.#connection = connection;
    this.digest = plugin.digest;
    this.secrets = new ConnectionSecrets({
      vault,
      connection: connection.id,
      credentials: plugin.manifest.credentials ?? {},
      now: sources.now,
      onReplaced: () => {
        this.#isOutdated = true;
        this.#gateway.endSession();
      },
    });
    const { id: pluginId, manifest } = plugin;
    this.#gateway = this.#openGateway(
      fingerprintCredentials(vault, { connection: connection.id, pluginId, manifest }),
    );
  }

  /** Whether the plugin has gone by way of a program on this machine. */
  get asksPrograms(): boolean {
    return this.#asksPrograms;
  }

  /** Milliseconds by which the clock of the institution is ahead of ours, as its last answer said it to the second. */
  get clockSkewMs(): number | undefined {
    return this.#clockSkewMs;
  }

  /** Whether it was made for credentials or programs in whose place there are others, so that another one has to be made. */
  get isOutdated(): boolean {
    this.secrets.refresh();
    return this.#isOutdated || !this.#isOfConnection();
  }

  async fetch(request: NetworkRequest): Promise<NetworkAnswer> {
    this.#look();
    const answer = await this.#gateway.fetch(request);
    const date = answer.headers.find(([name]) => name.toLowerCase() === 'date')?.[1];
    const skew = date === undefined ? NaN : Date.parse(date) - this.#sources.now();
    if (!Number.isNaN(skew)) this.#clockSkewMs = skew;
    return answer;
  }

  async connect(request: SocketRequest): Promise<NetworkSocket> {
    this.#look();
    const socket = await this.#gateway.connect(request);
    const { protocol, messages, closed } = socket;
    const looks = setInterval(() => this.#lookAgain(), LOOK_MS).unref();
    void closed.finally(() => clearInterval(looks));
    return {
      protocol,
      messages,
      closed,
      close: (code, reason) => socket.close(code, reason),
      send: (message) => {
        this.#look();
        return socket.send(message);
      },
    };
  }

  /** Does something that the plugin's requests meanwhile belong to. */
  async during<Result>(situation: Situation, work: () => Promise<Result>): Promise<Result> {
    this.#situations = [...this.#situations, situation];
    try {
      return await work();
    } finally {
      this.#situations = this.#situations.toSpliced(this.#situations.lastIndexOf(situation), 1);
    }
  }

  /** Whether an answer of this or an earlier run has left a session that has not expired. */
  get hasCapture(): boolean {
    return (this.#plugin.manifest.network ?? []).some(({ captures = [] }) =>
      captures.some(({ name }) => this.secrets.capture(name) !== undefined),
    );
  }

  /** What still comes while sockets are closed is searched for the secrets, so they go last. */
  async close(): Promise<void> {
    try {
      await this.#gateway.close();
    } finally {
      this.secrets.close();
    }
  }

  #openGateway(account: string): Gateway {
    const { now, connections, counters, audit, budget, gateway, httpLimits } = this.#sources;
    const { id: plugin, manifest } = this.#plugin;
    const { id, environment, origins } = this.#connection;
    return new Gateway({
      permissions: [],
      schemes: manifest.schemes ?? {},
      connection: { id, account },
      limits: httpLimits,
      ...(environment === 'development' ? { developmentOrigins: origins } : {}),
      ports: {
        vault: this.secrets,
        scheme: { now, random: randomBytes, counter: (least) => counters.next(id, least) },
        audit: {
          append: (entry) => audit.append({ ...entry, plugin }),
          note: (entry) => audit.note({ ...entry, plugin }),
          conclude: (entry) => audit.conclude({ ...entry, plugin }),
        },
        budget: {
          enter: async (request) => {
            await budget.enter(request);
            // It may have waited for long.
            this.#look();
          },
          pause: (key, until) => budget.pause(key, until),
        },
        situation: () => this.#situations.at(-1) ?? AT_REST,
        programAt: (origin) => {
          this.#asksPrograms = true;
          return connections.find(id)?.programs[origin];
        },
        ...gateway,
      },
    });
  }

  /** What was granted, to what and with which credentials, may have changed in this or another host since the last request. */
  #look(): void {
    this.#expectConnection();
    this.#takeGrants();
    this.secrets.refresh();
  }

  /** Nothing of it is left open where that was another connection, or led to another program. */
  #expectConnection(): void {
    if (this.#isOfConnection()) return;
    this.#gateway.endSession();
    void this.#gateway.close();
    throw new ProblemError({
      code: 'AUTH_EXPIRED',
      message:
        'The connection was forgotten, or another program was approved for it; what was open has ended.',
    });
  }

  /** Whether the connection is still the one that it was made for: its id may be that of another one by now. */
  #isOfConnection(): boolean {
    const { id, createdAt, programs } = this.#connection;
    const found = this.#sources.connections.findPresent(id);
    return found?.createdAt === createdAt && isDeepStrictEqual(found.programs, programs);
  }

  /** While host.db or the vault cannot be read, what is open stays so; the next request tells. */
  #lookAgain(): void {
    try {
      this.#look();
    } catch {
      return;
    }
  }

  #takeGrants(): void {
    const { records } = this.#sources;
    const { id, manifest } = this.#plugin;
    const revision = records.presentRevisionOf(id);
    if (revision === this.#revision) return;
    this.#revision = revision;
    this.#gateway.grant(mayRun(records, id) ? grantedNetwork(manifest, grantsOf(records, id)) : []);
  }
}
