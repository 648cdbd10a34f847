import type { RunningEmulator } from './running-emulator.js';

/** What a client needs in order to be pointed at a running emulator. */
export interface RunDescription {
  readonly name: string;
  readonly baseUrl: string;
  readonly origins: Readonly<Record<string, string>>;
  readonly credentials: Readonly<Record<string, string>>;
  /** PEM; absent without TLS. */
  readonly certificateAuthority?: string;
}

/** Describes a run in values that JSON can carry. */
export function describeRun<Scenario, State>(running: RunningEmulator<Scenario, State>): RunDescription {
  const { name, baseUrl, origins, credentials, certificateAuthority } = running;
  return {
    name,
    baseUrl,
    origins,
    credentials,
    ...(certificateAuthority === undefined ? {} : { certificateAuthority }),
  };
}
