import { HEALTH_METHOD, HEALTH_SERVICE, type CellSupervisor } from '../cell/index.js';
import type { Call, Contract } from '../contracts/index.js';
import type { Measurements } from '../health/index.js';
import { HealthReportSchema, ProblemError, type HealthReport, type Settings } from '../interfaces/index.js';
import { checkAnswer } from './offered-method.js';
import { RuntimeMeter } from './runtime-meter.js';
import type { SettledContract } from './settled-contract.js';

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
  readonly #contract: SettledContract;
  readonly #meter: RuntimeMeter;
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
    contract: SettledContract;
  }) {
    this.#supervisor = options.supervisor;
    this.digest = options.digest;
    this.version = options.version;
    this.settings = options.settings;
    this.revision = options.revision;
    this.#contract = options.contract;
    this.#meter = new RuntimeMeter(() => options.supervisor.stats);
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
      const checked = checkAnswer(this.#contract.find(call).answer, answer);
      return this.#contract.toAsker(call, checked, options.words);
    });
  }

  /** Calls a method whose answer the caller checks item by item, so that one bad record does not lose the others. */
  callLoose(service: string, method: string, request: unknown, options: CallOptions = {}): Promise<unknown> {
    const call = { service, method };
    return this.#measure(async () => {
      const answer = await this.#ask(call, request, options);
      return this.#contract.toAsker(call, answer, options.words);
    });
  }

  /** Calls a method that answers with a stream. Items are handed on unchecked: whoever reads them checks them one by one. */
  async *stream(
    service: string,
    method: string,
    request: unknown,
    options: StreamOptions = {},
  ): AsyncGenerator<unknown, void, void> {
    const call = { service, method };
    const openEnded = this.#contract.find(call).openEnded === true;
    const input = this.#contract.toPlugin(call, request);
    const release = this.use();
    const began = performance.now();
    let failed = true;
    try {
      for await (const item of this.#supervisor.stream(service, method, input, { ...options, openEnded }))
        yield this.#contract.toAsker(call, this.#contract.toSpoken(call, item));
      failed = false;
    } finally {
      this.#meter.countCall(began, failed);
      release();
    }
  }

  /** Whether the plugin has a method, which shows once it runs. */
  offers(service: string, method: string): Promise<boolean> {
    return this.#using(async () => (await this.#supervisor.start())[service]?.includes(method) === true);
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
    this.#meter.countStart();
  }

  measure(): Measurements {
    return this.#meter.measure();
  }

  get wasUsed(): boolean {
    return this.#meter.wasUsed;
  }

  /** Takes no further calls and ends the open ones. */
  async stop(): Promise<void> {
    this.#accepts = 'nothing';
    this.#meter.keepStats();
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
  async #ask(call: Call, request: unknown, { words, ...options }: CallOptions): Promise<unknown> {
    const input = this.#contract.toPlugin(call, request, words);
    const answer = await this.#supervisor.call(call.service, call.method, input, options);
    return this.#contract.toSpoken(call, answer);
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
      this.#meter.countCall(began, failed);
      release();
    }
  }
}
