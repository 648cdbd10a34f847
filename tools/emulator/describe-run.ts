import type { RunningEmulator } from '@bourse/sdk/emulator';

/** What another client needs in order to be pointed at a running emulator. */
export interface RunDescription {
  readonly name: string;
  readonly baseUrl: string;
  readonly origins: Readonly<Record<string, string>>;
  readonly credentials: Readonly<Record<string, string>>;
  /** PEM; absent without TLS. */
  readonly certificateAuthority?: string;
}

export function describeRun(running: RunningEmulator<unknown, unknown>): RunDescription {
  const { name, baseUrl, origins, credentials, certificateAuthority } = running;
  return {
    name,
    baseUrl,
    origins,
    credentials,
    ...(certificateAuthority === undefined ? {} : { certificateAuthority }),
  };
}
