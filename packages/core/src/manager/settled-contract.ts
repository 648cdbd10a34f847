import type { JsonObject } from '../cell/index.js';
import { OWN_CONTRACT, translate, type Call, type Contract } from '../contracts/index.js';
import { ProblemError, type ServiceMethod } from '../interfaces/index.js';
import { checkRequest, findMethod, isServed } from './offered-method.js';

/** What host and plugin talk by: the words of each, and which methods there are. */
export class SettledContract {
  readonly #offered: ReadonlySet<string>;
  readonly #spoken: Contract;
  readonly #contract: Contract;

  /**
   * @param services That the plugin offers.
   * @param spoken The newest contract that the host serves: what is asked and answered is checked against it.
   * @param contract The one that host and plugin settled on.
   */
  constructor(services: readonly string[], spoken: Contract, contract: Contract) {
    this.#offered = new Set(services);
    this.#spoken = spoken;
    this.#contract = contract;
  }

  /** @throws ProblemError SERVICE_NOT_OFFERED, INVALID_REQUEST */
  find(call: Call): ServiceMethod {
    const found = findMethod(call.service, call.method, this.#spoken.methods);
    if (!this.#offered.has(call.service) || !isServed(call.service, found, this.#contract.version)) {
      throw new ProblemError({
        code: 'SERVICE_NOT_OFFERED',
        message: `The plugin does not offer the service "${call.service}".`,
      });
    }
    return found;
  }

  /** Checks a request and brings it into the words of the plugin. */
  toPlugin(call: Call, request: unknown, words: Contract = OWN_CONTRACT): JsonObject {
    const [spoken, contract] = [this.#spoken, this.#contract];
    const asked = translate('request', call, request, { from: words, to: spoken });
    const checked = checkRequest(this.find(call).request, asked);
    return translate('request', call, checked, { from: spoken, to: contract }) as JsonObject;
  }

  /** Brings what the plugin answered into the words that the host speaks; it is not yet checked. */
  toSpoken(call: Call, answer: unknown): unknown {
    return translate('answer', call, answer, { from: this.#contract, to: this.#spoken });
  }

  /** Brings an answer into the words of whoever asked. */
  toAsker(call: Call, answer: unknown, words: Contract = OWN_CONTRACT): unknown {
    return translate('answer', call, answer, { from: this.#spoken, to: words });
  }
}
