import { isFrameFault, type CallFault, type Fault, type FrameFault } from './fault.js';

/** When a fault happens. */
export interface FaultOptions {
  /** The name of a route; every route unless told. */
  readonly route?: string;
  /** How many requests (or messages) go well before; 0 unless told. */
  readonly skip?: number;
  /** How many are hit then; 1 unless told, `Infinity` for all. */
  readonly times?: number;
}

interface Planned<Scenario, State> {
  readonly fault: Fault<Scenario, State>;
  readonly route: string | undefined;
  skip: number;
  times: number;
}

/** The bad days of an emulator. Faults that hit the same request all take part, in the order in which they were injected. */
export class Faults<Scenario, State> {
  #planned: Planned<Scenario, State>[] = [];
  #named: Readonly<Record<string, Fault<Scenario, State>>>;
  #routes: ReadonlySet<string>;

  /** @internal */
  constructor(named: Readonly<Record<string, Fault<Scenario, State>>>, routes: Iterable<string>) {
    this.#named = named;
    this.#routes = new Set(routes);
  }

  /** The faults that the emulator's definition names, such as the way in which this institution is closed. */
  get names(): readonly string[] {
    return Object.keys(this.#named);
  }

  /**
   * Plans a fault, or one of the definition's by its name.
   * @returns what takes it back
   * @throws RangeError for a route or name that the emulator does not have
   */
  inject(fault: string | Fault<Scenario, State>, options: FaultOptions = {}): () => void {
    const { route, skip = 0, times = 1 } = options;
    if (route !== undefined && !this.#routes.has(route)) {
      throw new RangeError(`There is no route "${route}"; there are: ${[...this.#routes].join(', ')}`);
    }
    const planned = { fault: typeof fault === 'string' ? this.#find(fault) : fault, route, skip, times };
    this.#planned.push(planned);
    return () => {
      this.#planned = this.#planned.filter((other) => other !== planned);
    };
  }

  /** Takes all of them back. */
  clear(): void {
    this.#planned = [];
  }

  /** @internal */
  takeForCall(route: string): CallFault<Scenario, State>[] {
    const due = this.#take(route, (fault) => !isFrameFault(fault));
    return due.filter((fault) => !isFrameFault(fault));
  }

  /** @internal */
  takeForFrame(route: string): FrameFault[] {
    return this.#take(route, isFrameFault).filter(isFrameFault);
  }

  #find(name: string): Fault<Scenario, State> {
    const fault = this.#named[name];
    if (fault !== undefined) return fault;
    throw new RangeError(`There is no fault "${name}"; there are: ${this.names.join(', ')}`);
  }

  #take(route: string, concerns: (fault: Fault<Scenario, State>) => boolean): Fault<Scenario, State>[] {
    const asked = this.#planned.filter((one) => (one.route ?? route) === route && concerns(one.fault));
    const due = asked.filter(({ skip, times }) => skip === 0 && times > 0);
    for (const one of asked) {
      if (one.skip > 0) one.skip -= 1;
      else one.times -= 1;
    }
    this.#planned = this.#planned.filter(({ times }) => times > 0);
    return due.map(({ fault }) => fault);
  }
}
