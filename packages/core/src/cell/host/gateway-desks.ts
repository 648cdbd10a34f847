import type { Problem } from '../../interfaces/problems/problem.js';
import { GATEWAY_SINCE, hasContract } from '../../interfaces/api-version.js';
import type { HostMessage, NetworkMessage, StorageMessage } from '../channel/messages.js';
import { ProtocolViolation } from '../channel/protocol-violation.js';
import type { CellOptions } from './cell-options.js';
import { NetworkDesk } from './network-desk.js';
import type { NetworkPort } from './network-port.js';
import { StorageDesk } from './storage-desk.js';
import type { StoragePort } from './storage-port.js';

/** What a plugin may ask the host for beside its calls. */
export interface GatewayPorts {
  readonly network?: NetworkPort;
  readonly storage?: StoragePort;
}

/** A plugin of contract 1.0 has none, whatever the host could give. */
export function portsFor({ apiVersion, network, storage }: CellOptions): GatewayPorts {
  if (!hasContract(apiVersion, GATEWAY_SINCE)) return {};
  return { ...(network === undefined ? {} : { network }), ...(storage === undefined ? {} : { storage }) };
}

export interface GatewayDesksOptions extends GatewayPorts {
  readonly now: () => number;
  readonly say: (message: HostMessage) => void;
  readonly send: (frame: Buffer) => void;
  /** The calls that the cell works on. */
  readonly openCalls: () => Iterable<number>;
  readonly limited: boolean;
}

/** Serves what an active plugin asks for: network and storage, as far as it was given them. */
export class GatewayDesks {
  readonly #network: NetworkDesk | undefined;
  readonly #storage: StorageDesk | undefined;
  /** What the plugin was told of problems, the last of each code. */
  readonly #told = new Map<unknown, Problem>();
  #isOpen = false;

  constructor({ network, storage, ...options }: GatewayDesksOptions) {
    const onProblem = (problem: Problem): void => void this.#told.set(problem.code, problem);
    const common = { ...options, onProblem };
    this.#network = network === undefined ? undefined : new NetworkDesk({ ...common, port: network });
    this.#storage = storage === undefined ? undefined : new StorageDesk({ ...common, port: storage });
  }

  /** The plugin is being activated: it may ask from here on. */
  open(): void {
    this.#isOpen = true;
  }

  handle(message: NetworkMessage | StorageMessage): void {
    if (message.type === 'storage') this.#expect(this.#storage).handle(message);
    else this.#expect(this.#network).handle(message);
  }

  handleBytes(kind: number, payload: Buffer): void {
    this.#expect(this.#network).handleBytes(kind, payload);
  }

  /** A call is over; what it alone can have asked for and nobody waits for any more is given up with it. */
  callOver(id: number, isGivenUp: boolean): void {
    this.#network?.callOver(id, isGivenUp);
  }

  /** What the host itself told the plugin under this code, if anything. */
  told(code: unknown): Problem | undefined {
    return this.#told.get(code);
  }

  /** The cell ends: everything that it has open is given up. */
  close(): void {
    this.#isOpen = false;
    this.#network?.close();
    this.#storage?.close();
  }

  #expect<Desk>(desk: Desk | undefined): Desk {
    if (desk === undefined || !this.#isOpen) throw new ProtocolViolation('a request without a right to it');
    return desk;
  }
}
