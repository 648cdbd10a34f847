import type { Instrument } from '@bourse/sdk';
import { readContractTerms } from './contract-terms.js';
import type { PortalApi } from './portal-api.js';
import { WireObject } from './wire-object.js';

/** So many are asked for at a time. */
const MOST = 100;

export type Contract = Instrument & { readonly currency: string };

/** What instruments are, by their `conid`; it does not change, so it is asked for once. */
export class Contracts {
  readonly #api: PortalApi;
  readonly #known = new Map<string, Contract>();

  constructor(api: PortalApi) {
    this.#api = api;
  }

  /** Those that the institution knows. */
  async find(conids: readonly string[]): Promise<ReadonlyMap<string, Contract>> {
    const missing = [...new Set(conids)].filter((conid) => !this.#known.has(conid));
    for (let start = 0; start < missing.length; start += MOST)
      await this.#ask(missing.slice(start, start + MOST));
    return this.#known;
  }

  async #ask(conids: readonly string[]): Promise<void> {
    const answer = await this.#api.get(`/trsrv/secdef?conids=${conids.join(',')}`);
    for (const row of new WireObject(answer, 'secdef').list('secdef')) {
      const terms = readContractTerms(row);
      this.#known.set(terms.brokerId, terms);
    }
  }
}
