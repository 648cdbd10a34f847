import type { ServiceMethod } from '../interfaces/index.js';

/** A version of the contract as a host serves it. */
export interface Contract {
  readonly version: string;
  /** Its methods by service, in its own words. */
  readonly methods: Readonly<Record<string, Readonly<Record<string, ServiceMethod>>>>;
  /** How its words become those of {@link OWN_CONTRACT}; absent where they are the same. */
  readonly translation?: Translation;
}

/** One method of one service; both names are the same in all contracts. */
export interface Call {
  readonly service: string;
  readonly method: string;
}

/** Both ways between the words of a contract and the host's own. An answer is one item where the method streams. */
export interface Translation {
  readonly request: Direction;
  readonly answer: Direction;
}

/**
 * What is translated comes from a plugin or a caller and has not been checked yet. It may be anything; what is said in
 * the words of the other side must not pass as if it were translated. Plain data; nothing of it may be changed in place.
 */
export interface Direction {
  toOwn(call: Call, value: unknown): unknown;
  fromOwn(call: Call, value: unknown): unknown;
}
