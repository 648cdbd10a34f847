import type { Attack } from '../../attack.ts';
import { scriptDoing } from '../../scene/scripts.ts';
import { HOSTILE } from '../../scene/scene.ts';
import { writePackage } from '../../scene/write-package.ts';
import { polluted } from '../../watch/harms.ts';

export const attack: Attack = {
  name: 'through-a-log-line',
  aim: "changes the host's Object.prototype with a key __proto__ in the fields of a log line",
  belt: 'realm with its copying of data, messageCheck and the flat fields of a line',
  given: { belts: { realm: false, powers: false, permission: false } },
  control: {
    belts: { messageCheck: false },
    edits: {
      'core/dist/manager/runtime-factory.js': [['fields: toLogFields(fields)', 'fields']],
      'core/dist/store/log-records.js': [['Fields.parse(JSON.parse(fields))', 'JSON.parse(fields)']],
    },
  },
  build: ({ plugins }) => {
    const line = '{"type":"log","level":"info","message":"x","fields":{"__proto__":{"polluted":"yes"}}}';
    const send = `const text = ${JSON.stringify(line)};
      const fs = globalThis.process.getBuiltinModule('node:fs');
      const frame = globalThis.Buffer.alloc(5 + text.length);
      frame.writeUInt32BE(text.length, 0); frame.write(text, 5);
      fs.writeSync(4, frame)`;
    writePackage(plugins, { script: scriptDoing(send) });
  },
  act: async (host) => {
    await host.strike();
    // As whoever shows them would: all fields of all lines in one object.
    return host.manager.logsOf(HOSTILE).map(({ fields }) => fields);
  },
  harm: polluted,
};
