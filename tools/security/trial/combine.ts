import type { Attack, Weakening } from '../attack.ts';

/** What is missing in a run: what was given up from the start, and for a control what the attack is stopped by. */
export function combine({ given = {}, control }: Attack, isControl: boolean): Weakening {
  if (!isControl) return given;
  return {
    belts: { ...given.belts, ...control.belts },
    edits: { ...given.edits, ...control.edits },
    inline: control.inline ?? given.inline ?? false,
  };
}
