import type { Victim } from './victim.ts';

/** One way in which a plugin, its process or the machine under it fails. */
export interface Fault {
  readonly name: string;
  /** How often it is injected, in relation to the others. */
  readonly weight: number;
  /** It meets the whole host, so that no two of them happen at once. */
  readonly alone?: boolean;
  /** The plugin that fails. */
  readonly script: string;
  /**
   * Lets the fault happen once. Throws where it had not the effect that it must have, because a fault that did not
   * happen proves nothing.
   *
   * @param turn Counts the injections of this fault, for those that have several forms.
   */
  readonly inject: (victim: Victim, turn: number) => Promise<void>;
}
