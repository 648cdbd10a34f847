import type { Attack } from '../../attack.ts';

import { FORGERY, scriptDoing } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import type { Watch } from '../../watch/watch.ts';
import { GUEST_FAILURE, LEAKED_MODULES } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'fails-at-length',
  aim: 'fails with a message of seven million characters, which would be shown, logged and stored',
  belt: 'the schema of problems',
  given: LEAKED_MODULES,
  control: {
    edits: {
      [GUEST_FAILURE]: [['ProblemDraftSchema.safeParse(problem)', '({ success: true, data: problem })']],
    },
  },
  build: ({ plugins }) => {
    const problem = `'{"type":"problem","id":1,"problem":{"code":"PLUGIN_FAILED","message":"' + 'x'.repeat(7_000_000) + '"}}'`;
    writePackage(plugins, { script: scriptDoing(`send(${problem}); await new Promise(() => {})`, FORGERY) });
  },
  harm: ({ outcome }: Watch) =>
    outcome !== undefined && 'message' in outcome && outcome.message.length > 100_000
      ? `the host reports a problem of ${outcome.message.length} characters`
      : undefined,
};
