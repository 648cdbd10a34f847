import type { Attack } from '../../attack.ts';
import { scriptLeaking } from '../../scene/scripts.ts';
import { writePackage } from '../../scene/write-package.ts';
import { leaksPid } from '../../watch/harms.ts';
import { LEAKED_REALM } from '../../weakenings.ts';

export const attack: Attack = {
  name: 'errors-of-the-facades',
  aim: 'misuses every facade and climbs up the errors that they throw',
  belt: 'realm',
  control: LEAKED_REALM,
  build: ({ plugins }) => {
    const steal = `(() => {
      const misuses = [() => new URL("x"), () => structuredClone(() => 0), () => atob("*"), () => new TextDecoder("x"), () => setTimeout("x")];
      for (const misuse of misuses) {
        try { misuse() } catch (error) {
          try { return error.constructor.constructor("return process")() } catch {}
        }
      }
      throw new Error("none of them leads out");
    })()`;
    writePackage(plugins, { script: scriptLeaking(`'pid ' + (await ${steal}).pid + ' '`) });
  },
  harm: leaksPid,
};
