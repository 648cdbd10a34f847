import type { CellLimits, PluginManager } from '@bourse/core';
import type { AttackedHost } from './host/attacked-host.ts';
import type { Online } from './online/online.ts';
import type { Scene } from './scene/scene.ts';
import type { Watch } from './watch/watch.ts';

type Internals = NonNullable<ConstructorParameters<typeof PluginManager>[1]>;

/** Belts of a cell that are on or off. */
export type BeltSwitches = NonNullable<Internals['belts']>;

/** Text of a built file of the packages and what a test writes in its place. */
export type Edit = readonly [from: string, to: string];

/** What is taken away from a host. */
export interface Weakening {
  /** Belts of the cells. */
  readonly belts?: BeltSwitches;
  /** Places in the built code, by path: `core/dist/text/printable.js`. For what has no switch. */
  readonly edits?: Readonly<Record<string, readonly Edit[]>>;
  /** The plugin's methods run in the host's own process, as plugin systems without cells do it. */
  readonly inline?: boolean;
}

/** One hostile plugin, with the one thing that it is after. */
export interface Attack {
  /** Stable; documents link to it. */
  readonly name: string;
  /** What it wants to achieve, as a clause without a subject: "reads a file of the user". */
  readonly aim: string;
  /** What stops it, in words. */
  readonly belt: string;
  /** What has failed already when the plugin begins, in both runs: shows what the belt does alone. */
  readonly given?: Weakening;
  /** What is taken away for the positive control. */
  readonly control: Weakening;
  readonly limits?: Partial<CellLimits>;
  /** The host does not live through the attack, by the observer's own hand. */
  readonly endsHost?: boolean;
  /** Milliseconds after the act for which harm may still show. Default: {@link SETTLE_MS}. */
  readonly settleMs?: number;
  /** The institution that the plugin is connected with, for what is tried over the network. */
  readonly online?: Online;
  /** Writes the package (and whatever else the scene needs) before the host starts. */
  build(scene: Scene): void;
  /** Runs in the host's process, as the code of a command would. Default: approve, then one call. */
  act?(host: AttackedHost): Promise<unknown>;
  /** Looks from outside whether the aim was reached and says what it sees. Called again and again until the run is over. */
  harm(watch: Watch): string | undefined | Promise<string | undefined>;
}

export const SETTLE_MS = 150;

/** Milliseconds for which a control waits for the harm that it has to show. */
export const CONTROL_PATIENCE_MS = 4_000;
