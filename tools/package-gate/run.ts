// `npm run package-gate`: is every package fit to be published? `--json` prints for machines.
import { readArguments } from '../read-arguments.ts';
import { packPackages } from './facts/pack-packages.ts';
import { formatVerdicts } from './format-verdicts.ts';
import { listRules } from './list-rules.ts';
import { runGate } from './run-gate.ts';

const { values } = readArguments({ options: { json: { type: 'boolean', default: false } } });

using packed = packPackages();
const verdicts = await runGate(packed.packages, listRules());
console.log(values.json ? JSON.stringify(verdicts, null, 2) : formatVerdicts(packed.packages, verdicts));
if (verdicts.some(({ ok }) => !ok)) process.exitCode = 1;
