// `npm run security`: hostile plugins against the real manager. Words after `--` choose some of them; `--json` for machines.
import { readArguments } from '../read-arguments.ts';
import { judgeAll } from './judge-all.ts';
import { listAttacks } from './list-attacks.ts';
import { formatVerdicts } from './report/table.ts';
import { isGood } from './trial/judge.ts';

const { values, positionals } = readArguments({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, workers: { type: 'string', default: '2' } },
});

if (process.platform !== 'linux') {
  process.stderr.write('The observer reads /proc: npm run security needs Linux.\n');
  process.exit(2);
}

const attacks = (await listAttacks()).filter(
  ({ attack, family }) =>
    positionals.length === 0 || positionals.some((word) => word === family || attack.name.includes(word)),
);
const startedAt = performance.now();
let judged = 0;
const verdicts = await judgeAll(attacks, {
  workers: Number(values.workers),
  onVerdict: (verdict) => {
    judged += 1;
    const mark = isGood(verdict) ? '✓' : '✗';
    process.stderr.write(`${mark} ${judged}/${attacks.length} ${verdict.family}/${verdict.name}\n`);
  },
});
const bad = verdicts.filter((verdict) => !isGood(verdict));
const seconds = Math.round((performance.now() - startedAt) / 1000);

if (values.json) {
  process.stdout.write(`${JSON.stringify(verdicts, null, 2)}\n`);
} else {
  const families = new Set(verdicts.map(({ family }) => family)).size;
  process.stdout.write(`${formatVerdicts(verdicts)}\n\n`);
  process.stdout.write(
    `${verdicts.length} hostile plugins in ${families} families, ${bad.length} of them not as they should be, ${seconds} s\n`,
  );
}
process.exitCode = bad.length > 0 || verdicts.length === 0 ? 1 : 0;
