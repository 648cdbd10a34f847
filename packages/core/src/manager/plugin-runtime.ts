import {
  HEALTH_METHOD,
  HEALTH_SERVICE,
  type CellStats,
  type CellSupervisor,
  type JsonObject,
} from '../cell/index.js';
import { OWN_CONTRACT, translate, type Call, type Contract } from '../contracts/index.js';
import { CallMetrics, type Measurements } from '../health/index.js';
import {
  HealthReportSchema,
  ProblemError,
  type HealthReport,
  type ServiceMethod,
  type Settings,
} from '../interfaces/index.js';
import { checkAnswer, checkRequest, findMethod, isServed } from './offered-method.js';

/** Milliseconds between two looks at what a cell uses: one costs as much as a short call. */
const LOOK_MS = 1_000;

/** How one call is made. */
export interface CallOptions {
  readonly signal?: AbortSignal;
  readonly deadlineMs?: number;
  /** In whose words request and answer are. Default: the host's own. */
  readonly words?: Contract;
}

/** A call whose method reads bytes. */
export interface StreamOptions extends Omit<CallOptions, 'words'> {
  readonly content?: AsyncIterable<Uint8Array>;
}

/** One approved version of one plugin in this host: its cell when it runs, its calls, and what was measured of them. */
export class PluginRuntime {
  readonly digest: string;
  readonly version: string;
  readonly settings: Settings;
  /** Revision of the install record under which the runtime was last seen to be right. */
  revision: number;
  readonly #supervisor: CellSupervisor;
  readonly #offered: ReadonlySet<string>;
  readonly #spoken: Contract;
  readonly #contract: Contract;
  readonly #calls = new CallMetrics();
  #restarts = -1;
  #lastStats: CellStats | undefined;
  #lookedAt = -Infinity;
  /** Calls and readings that are not over. */
  #uses = 0;
  #accepts: 'calls' | 'calls of open uses' | 'nothing' = 'calls';
  #onUnused: () => void = () => undefined;

  constructor(options: {
    settings: Settings;
    supervisor: CellSupervisor;
    digest: string;
    version: string;
    revision: number;
    services: readonly string[];
    /** The newest contract that the host serves: what is asked and answered is checked against it. */
    spoken: Contract;
    /** The contract that host and plugin settled on. */
    contract: Contract;
  }) {
    this.#supervisor = options.supervisor;
    this.digest = options.digest;
    this.version = options.version;
    this.settings = options.settings;
    this.revision = options.revision;
    this.#offered = new Set(options.services);
    this.#spoken = options.spoken;
    this.#contract = options.contract;
  }

  get isRunning(): boolean {
    return this.#supervisor.pid !== undefined;
  }

  async start(): Promise<void> {
    await this.#using(() => this.#supervisor.start());
  }

  /**
   * Keeps the cell while several calls belong together, also when another runtime takes over meanwhile.
   *
   * @returns What ends the use.
   * @throws ProblemError CALL_CANCELED where the runtime has been replaced or stopped.
   */
  use(): () => void {
    if (this.#accepts === 'nothing' || (this.#accepts === 'calls of open uses' && this.#uses === 0)) {
      throw new ProblemError({
        code: 'CALL_CANCELED',
        message: 'The plugin was stopped or replaced before the call began.',
        remedy: 'Ask again.',
      });
    }
    this.#uses += 1;
    return () => {
      this.#uses -= 1;
      if (this.#uses === 0) this.#onUnused();
    };
  }

  /** Calls a method and checks request and answer against the contract. */
  call(service: string, method: string, request: unknown, options: CallOptions = {}): Promise<unknown> {
    const call = { service, method };
    return this.#measure(async () => {
      const answer = await this.#ask(call, request, options);
      const checked = checkAnswer(this.#findOffered(call).answer, answer);
      return this.#inWordsOf(options, call, checked);
    });
  }

  /** Calls a method whose answer the caller checks item by item, so that one bad record does not lose the others. */
  callLoose(service: string, method: string, request: unknown, options: CallOptions = {}): Promise<unknown> {
    const call = { service, method };
    return this.#measure(async () => this.#inWordsOf(options, call, await this.#ask(call, request, options)));
  }

  /** Calls a method that answers with a stream. Items are handed on unchecked: whoever reads them checks them one by one. */
  async *stream(
    service: string,
    method: string,
    request: unknown,
    options: StreamOptions = {},
  ): AsyncGenerator<unknown, void, void> {
    const call = { service, method };
    const openEnded = this.#findOffered(call).openEnded === true;
    const input = this.#toPlugin(call, request, OWN_CONTRACT);
    const release = this.use();
    const began = performance.now();
    let failed = true;
    try {
      for await (const item of this.#supervisor.stream(service, method, input, { ...options, openEnded }))
        yield this.#inWordsOf({}, call, this.#toSpoken(call, item));
      failed = false;
    } finally {
      this.#record(began, failed);
      release();
    }
  }

  /** Starts the plugin where it does not run and asks for its own health; one without a health call that runs is well. */
  checkHealth(): Promise<HealthReport> {
    return this.#using(async () => {
      const services = await this.#supervisor.start();
      if (!Object.hasOwn(services, HEALTH_SERVICE)) return { status: 'ok' };
      const answer = await this.#supervisor.call(HEALTH_SERVICE, HEALTH_METHOD, {});
      return checkAnswer(HealthReportSchema, answer);
    });
  }

  /** Counts a start of the cell; every one but the first is a restart. */
  countStart(): void {
    this.#restarts += 1;
  }

  measure(): Measurements {
    const { calls, errors, p50, p95, p99 } = this.#calls.summarise();
    const { rssBytes, cpuMs } = this.#supervisor.stats ?? this.#lastStats ?? {};
    return {
      request_count: calls,
      error_count: errors,
      error_rate: calls === 0 ? 0 : (errors / calls) * 100,
      restart_count: Math.max(0, this.#restarts),
      ...(p50 === undefined ? {} : { response_time: p50, response_time_p50: p50 }),
      ...(p95 === undefined ? {} : { response_time_p95: p95 }),
      ...(p99 === undefined ? {} : { response_time_p99: p99 }),
      ...(rssBytes === undefined ? {} : { memory_usage: rssBytes / 1024 / 1024 }),
      ...(cpuMs === undefined ? {} : { cpu_time: cpuMs }),
    };
  }

  get wasUsed(): boolean {
    return this.#calls.summarise().calls > 0;
  }

  /** Takes no further calls and ends the open ones. */
  async stop(): Promise<void> {
    this.#accepts = 'nothing';
    this.#lastStats = this.#supervisor.stats ?? this.#lastStats;
    await this.#supervisor.stop();
    this.#onUnused();
  }

  /** Stops once the open calls are over, and those that belong to them. */
  async retire(): Promise<void> {
    if (this.#accepts === 'calls') this.#accepts = 'calls of open uses';
    if (this.#uses > 0) await new Promise<void>((resolve) => (this.#onUnused = resolve));
    await this.stop();
  }

  /** The answer in the words that the host speaks, not yet checked. */
  async #ask(
    call: Call,
    request: unknown,
    { words = OWN_CONTRACT, ...options }: CallOptions,
  ): Promise<unknown> {
    const input = this.#toPlugin(call, request, words);
    return this.#toSpoken(call, await this.#supervisor.call(call.service, call.method, input, options));
  }

  /** Checks a request and brings it into the words of the plugin. */
  #toPlugin(call: Call, request: unknown, words: Contract): JsonObject {
    const [spoken, contract] = [this.#spoken, this.#contract];
    const asked = translate('request', call, request, { from: words, to: spoken });
    const checked = checkRequest(this.#findOffered(call).request, asked);
    return translate('request', call, checked, { from: spoken, to: contract }) as JsonObject;
  }

  #toSpoken(call: Call, answer: unknown): unknown {
    return translate('answer', call, answer, { from: this.#contract, to: this.#spoken });
  }

  #inWordsOf({ words = OWN_CONTRACT }: CallOptions, call: Call, answer: unknown): unknown {
    return translate('answer', call, answer, { from: this.#spoken, to: words });
  }

  #findOffered(call: Call): ServiceMethod {
    const found = findMethod(call.service, call.method, this.#spoken.methods);
    if (!this.#offered.has(call.service) || !isServed(call.service, found, this.#contract.version)) {
      throw new ProblemError({
        code: 'SERVICE_NOT_OFFERED',
        message: `The plugin does not offer the service "${call.service}".`,
      });
    }
    return found;
  }

  async #using<Result>(work: () => Promise<Result>): Promise<Result> {
    const release = this.use();
    try {
      return await work();
    } finally {
      release();
    }
  }

  async #measure<Result>(work: () => Promise<Result>): Promise<Result> {
    const release = this.use();
    const began = performance.now();
    let failed = true;
    try {
      const result = await work();
      failed = false;
      return result;
    } finally {
      this.#record(began, failed);
      release();
    }
  }

  #record(began: number, failed: boolean): void {
    const ended = performance.now();
    this.#calls.record(ended - began, failed);
    if (ended - this.#lookedAt < LOOK_MS) return;
    this.#lookedAt = ended;
    this.#lastStats = this.#supervisor.stats ?? this.#lastStats;
  }
}
