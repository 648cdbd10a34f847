import type { Attack } from '../../attack.ts';
import { FORGERY, scriptDoing } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { livesOn } from '../../watch/harms.ts';
import { LEAKED_MODULES, NO_VIOLATIONS } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'sends-an-unknown-kind',
  aim: 'sends a frame of a kind that the protocol does not have',
  belt: "the host's check of every message",
  given: LEAKED_MODULES,
  control: { edits: NO_VIOLATIONS },
  settleMs: 800,
  build: ({ plugins }) => void writePackage(plugins, { script: scriptDoing('send("{}", 7)', FORGERY) }),
  harm: livesOn,
};
