// `npm run check`: checks every plugin as its author would; each has to be gold. `--json` prints for machines.
import { readArguments } from '../read-arguments.ts';
import { checkOne, listPlugins, type PluginVerdict } from './check-plugins.ts';
import { formatVerdicts } from './format-verdicts.ts';

const { values, positionals } = readArguments({
  options: { json: { type: 'boolean', default: false } },
  allowPositionals: true,
});

const verdicts: PluginVerdict[] = [];
for (const id of positionals.length > 0 ? positionals : listPlugins()) verdicts.push(await checkOne(id));
console.log(values.json ? JSON.stringify(verdicts, null, 2) : formatVerdicts(verdicts));
if (verdicts.some(({ ok }) => !ok)) process.exitCode = 1;
