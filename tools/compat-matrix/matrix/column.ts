import type { CoreRelease } from '../catalog/core-release.ts';
import type { Serving } from '../cell/cell-job.ts';

/** One core as it serves one contract. */
export interface Column {
  readonly core: Pick<CoreRelease, 'version' | 'isReleased' | 'contracts'>;
  readonly contract: string;
  readonly serving: Serving;
}

/** The contract of the fixture, which no host serves: next-contract/. */
const NEXT_VERSION = '2.0.0';

/** Every contract that a core serves; the core of the working tree also serves the next one, beside its own and alone. */
export function columnsOf<Core extends Column['core']>(
  cores: readonly Core[],
): (Column & { readonly core: Core })[] {
  return cores.flatMap((core) => [
    ...core.contracts.map((contract) => ({ core, contract, serving: 'served' as const })),
    ...(core.isReleased
      ? []
      : (['beside', 'alone'] as const).map((serving) => ({ core, contract: NEXT_VERSION, serving }))),
  ]);
}

/** The contracts that a host of this column serves. */
export function servedIn({ core, contract, serving }: Column): readonly string[] {
  if (serving === 'alone') return [contract];
  return serving === 'beside' ? [...core.contracts, contract] : core.contracts;
}
