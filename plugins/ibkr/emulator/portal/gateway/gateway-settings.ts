/** What the user has done in the browser: nothing, or logged in; then the brokerage session opens with it, unless it does not. */
export type GatewayLogin = 'none' | 'open' | 'withoutBrokerage';

/** The Client Portal Gateway that runs on the user's machine. */
export interface GatewaySettings {
  login: GatewayLogin;
  /** Another session of the same user has the brokerage session. */
  isCompeting: boolean;
  /** Requests a second over all paths. */
  perSecond: number;
}

export function makeGatewaySettings(): GatewaySettings {
  return { login: 'open', isCompeting: false, perSecond: 10 };
}
