import { ProblemError } from '../../interfaces/index.js';
import { refused, unavailable } from '../network-problem.js';
import { isPublicAddress } from './public-address.js';
import type { Resolve } from './resolve.js';

/** How long checked addresses are taken for new connections, in milliseconds. */
const REMEMBERED_MS = 30_000;
const TIMEOUT_MS = 10_000;
/** How many addresses of a host are tried. */
const MAX_ADDRESSES = 8;

const LED_ASTRAY =
  'Check who tells this machine what names mean: a router, a filter or a VPN may lead this one astray.';

/** A name of the public internet, never the spelling of a number: the last label begins with a letter. */
const NAME = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/;

/**
 * The addresses of hosts. What it gives was checked and is what is connected to, so an answer of the name service that
 * changes between the check and the connection changes nothing.
 */
export class AddressBook {
  readonly #resolve: Resolve;
  readonly #now: () => number;
  readonly #remembered = new Map<string, { readonly until: number; readonly addresses: readonly string[] }>();

  /** @param now Milliseconds since 1970. */
  constructor(resolve: Resolve, now: () => number) {
    this.#resolve = resolve;
    this.#now = now;
  }

  /**
   * Public addresses of a host.
   *
   * @throws ProblemError NETWORK_REFUSED where one of them is not public, UNAVAILABLE where there is none
   */
  async find(host: string): Promise<readonly string[]> {
    if (!NAME.test(host)) throw refused(`"${host}" is no name of a host on the internet.`);
    const known = this.#remembered.get(host);
    if (known !== undefined && known.until > this.#now()) return known.addresses;
    this.#remembered.delete(host);
    const addresses = await this.#ask(host);
    if (addresses.length === 0) throw unavailable(`The host ${host} has no address.`);
    // One bad address among good ones is how a name is made to lead inside, so none of them is used.
    if (!addresses.every(isPublicAddress))
      throw refused(`The host ${host} leads to an address that is not on the public internet.`, LED_ASTRAY);
    const checked = addresses.slice(0, MAX_ADDRESSES);
    this.#remembered.set(host, { until: this.#now() + REMEMBERED_MS, addresses: checked });
    return checked;
  }

  async #ask(host: string): Promise<readonly string[]> {
    const { promise: timeout, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(
      () => reject(unavailable(`The name ${host} was not found in time.`)),
      TIMEOUT_MS,
    );
    try {
      return await Promise.race([this.#resolve(host), timeout]);
    } catch (error) {
      if (error instanceof ProblemError) throw error;
      throw unavailable(`The host ${host} cannot be found.`, error);
    } finally {
      clearTimeout(timer);
    }
  }
}
