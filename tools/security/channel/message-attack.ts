import type { Attack } from '../attack.ts';
import { FORGERY, scriptDoing } from '../scene/scripts.ts';
import { writePackage } from '../scene/write-package.ts';
import { livesOn } from '../watch/harms.ts';
import { LEAKED_MODULES, NO_VIOLATIONS } from '../weakenings.ts';

export interface MessageAttack
  extends Pick<Attack, 'name' | 'aim'>, Partial<Pick<Attack, 'belt' | 'control'>> {
  /** Source text of the statement that writes to the channel. */
  readonly says: string;
}

/** An attack by a plugin that writes to the channel of its cell while it is called; a host that notices ends the cell. */
export function messageAttack({ says, ...attack }: MessageAttack): Attack {
  return {
    belt: "the host's check of every message",
    control: { edits: NO_VIOLATIONS },
    ...attack,
    given: LEAKED_MODULES,
    settleMs: 800,
    build: ({ plugins }) => void writePackage(plugins, { script: scriptDoing(says, FORGERY) }),
    harm: livesOn,
  };
}
