// `npm run release:rehearse`: releases from a clone of the last commit into a registry on loopback, one plugin, then core,
// installs as users do after each release, and ends with 1 where a version moves that should not. `--json` for machines.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readArguments } from '../read-arguments.ts';
import { Rehearsal } from './rehearse.ts';
import { formatStep } from './report/table.ts';
import type { StepOutcome } from './steps/step-outcome.ts';

const { values } = readArguments({ options: { json: { type: 'boolean', default: false } } });

const PLUGIN = {
  name: '@bourse/plugin-degiro',
  id: 'degiro',
  statement: 'plugins/degiro/demo/degiro-account.csv',
};

const startedAt = performance.now();
const base = mkdtempSync(join(tmpdir(), 'bourse-rehearsal-'));
const outcomes: StepOutcome[] = [];
try {
  await using rehearsal = await Rehearsal.prepare(base, PLUGIN);
  for await (const outcome of rehearsal.run()) {
    outcomes.push(outcome);
    if (!values.json) console.log(formatStep(outcome));
  }
} finally {
  rmSync(base, { recursive: true, force: true });
}
const deviations = outcomes.flatMap((outcome) => outcome.deviations).length;
const seconds = Math.round((performance.now() - startedAt) / 1000);
if (values.json) console.log(JSON.stringify({ ok: deviations === 0, seconds, steps: outcomes }, null, 2));
else
  console.log(`${deviations === 0 ? 'All as it has to be' : `${deviations} deviations`}, in ${seconds} s.`);
if (deviations > 0) process.exitCode = 1;
