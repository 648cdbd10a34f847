import type { Attack } from '../../attack.ts';
import { scriptDoing } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { polluted } from '../../watch/harms.ts';
import { GUEST_FAILURE } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'through-an-error',
  aim: "changes the host's Object.prototype with what it throws",
  belt: 'messageCheck and the schema of problems',
  // A plugin that speaks for itself: the guest's own copying is out of the way.
  given: { belts: { realm: false, powers: false, permission: false } },
  control: {
    belts: { messageCheck: false },
    edits: {
      [GUEST_FAILURE]: [['ProblemDraftSchema.safeParse(problem)', '({ success: true, data: problem })']],
    },
  },
  build: ({ plugins }) => {
    const place = '"place":{"__proto__":{"polluted":"yes"}}';
    const message = `{"type":"problem","id":1,"problem":{"code":"PLUGIN_FAILED","message":"x",${place}}}`;
    const send = `const text = ${JSON.stringify(message)};
      const fs = globalThis.process.getBuiltinModule('node:fs');
      const frame = globalThis.Buffer.alloc(5 + text.length);
      frame.writeUInt32BE(text.length, 0); frame.write(text, 5);
      fs.writeSync(4, frame); await new Promise(() => {})`;
    writePackage(plugins, { script: scriptDoing(send) });
  },
  harm: polluted,
};
