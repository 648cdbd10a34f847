/** How often a path may be asked. */
export interface Pace {
  /** The end of the path, without `/v1/api`. */
  readonly path: RegExp;
  readonly requests: number;
  readonly perMilliseconds: number;
}

/** The Client Portal API as it is today. Figures from memory of the documentation can be changed. */
export interface PortalSettings {
  realm: string;
  /** Milliseconds by which the client's clock may be off. */
  clockTolerance: number;
  /** Milliseconds for which a live session token is good. */
  tokenLifetime: number;
  /** Who else is logged in: a second brokerage session must say that it competes. */
  isCompeting: boolean;
  /** How often a view is asked for before it is complete: thin positions, snapshots without fields. */
  primingCalls: number;
  /** Requests a second over all paths, and what each path allows beside. */
  perSecond: number;
  paces: readonly Pace[];
  /** Milliseconds for which everything is refused after the pace was too fast. */
  penalty: number;
  /** Requests for history at the same time. */
  maxHistories: number;
}

const FIVE_SECONDS = 5_000;
const MINUTE = 60_000;

export function makePortalSettings(): PortalSettings {
  return {
    realm: 'limited_poa',
    clockTolerance: 5 * MINUTE,
    tokenLifetime: 24 * 60 * MINUTE,
    isCompeting: false,
    primingCalls: 1,
    perSecond: 50,
    paces: [
      { path: /^\/portfolio\/accounts$/, requests: 1, perMilliseconds: FIVE_SECONDS },
      { path: /^\/iserver\/account\/trades$/, requests: 1, perMilliseconds: FIVE_SECONDS },
      { path: /^\/iserver\/account\/orders$/, requests: 1, perMilliseconds: FIVE_SECONDS },
      { path: /^\/iserver\/marketdata\/snapshot$/, requests: 10, perMilliseconds: 1_000 },
      { path: /^\/pa\/transactions$/, requests: 1, perMilliseconds: 15 * MINUTE },
      { path: /^\/tickle$/, requests: 1, perMilliseconds: 1_000 },
      { path: /^\/sso\/validate$/, requests: 1, perMilliseconds: MINUTE },
    ],
    penalty: 10 * MINUTE,
    maxHistories: 5,
  };
}
