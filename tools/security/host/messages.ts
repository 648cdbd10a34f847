import type { Scene } from '../scene/scene.ts';

/** What the host of a run is started with. */
export interface Order {
  /** Path of the attack's file. */
  readonly attack: string;
  readonly scene: Scene;
  /** Take away what the control takes away. */
  readonly control: boolean;
}

/** What the observer asks the host to do. */
export type Request =
  | { readonly ask: 'open'; readonly order: Order }
  /** Calls the healthy plugin. */
  | { readonly ask: 'healthy'; readonly question: number }
  /** Lets the attack happen. */
  | { readonly ask: 'act' }
  /** Names what was added to the built-in prototypes since the start. */
  | { readonly ask: 'prototypes' }
  | { readonly ask: 'close' };

/** What became of the attack in the eyes of the host. */
export type Outcome = { readonly value: unknown } | { readonly code: string; readonly message: string };
