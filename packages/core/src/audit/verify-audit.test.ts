import { describe, expect, test } from '@jest/globals';
import { hash } from 'node:crypto';
import { appendFileSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { ended, withAudit, type Audited } from './fixtures/audited.js';
import type { AuditReport } from './verify-audit.js';

const faultsOf = ({ findings }: AuditReport) =>
  findings.map(({ fault, sequence, until }) => [fault, sequence, ...(until === undefined ? [] : [until])]);

/** Makes another line of a line, with a hash that fits. */
function forge(line: string, change: Record<string, unknown>): string {
  const { hash: _hash, seal, ...rest } = JSON.parse(line) as Record<string, unknown>;
  const entry: Record<string, unknown> = { ...rest, ...change };
  const sorted = (members: Record<string, unknown>) =>
    JSON.stringify(Object.fromEntries(Object.entries(members).sort(([a], [b]) => (a < b ? -1 : 1))));
  return sorted({ ...entry, hash: hash('sha256', sorted(entry)), seal });
}

async function afterTampering(tamper: (lines: string[]) => string[], count = 9): Promise<AuditReport> {
  let report: AuditReport | undefined;
  await withAudit(count, async (audited) => {
    audited.rewrite(tamper(audited.lines()));
    report = await audited.verify();
    // Whatever is written later hides nothing of it.
    await audited.write(ended(100));
    expect(await audited.verify()).toMatchObject({ isIntact: false });
  });
  return report as AuditReport;
}

describe('an audit log as it was written', () => {
  test('is intact', () =>
    withAudit(9, async (audited) => {
      expect(await audited.verify()).toEqual({ isIntact: true, entries: 9, files: 1, findings: [] });
    }));

  test('is intact over several files and hosts', () =>
    withAudit(
      9,
      async (audited) => {
        await audited.write(ended(10), ended(11));
        expect(audited.files.length).toBeGreaterThan(3);
        expect(await audited.verify()).toMatchObject({ isIntact: true, entries: 11 });
      },
      1_000,
    ));

  test('is intact where nothing was ever written', () =>
    withAudit(0, async (audited) => {
      expect(await audited.verify()).toEqual({ isIntact: true, entries: 0, files: 0, findings: [] });
    }));
});

describe('what an intruder does to the files', () => {
  test.each<[string, (lines: string[]) => string[], unknown[]]>([
    ['an edit', (lines) => lines.with(4, (lines[4] ?? '').replace('acme-1', 'acme-2')), [['edited', 5]]],
    [
      'an edit with a hash that fits',
      (lines) => lines.with(4, forge(lines[4] ?? '', { outcome: 'canceled' })),
      [['edited', 5]],
    ],
    [
      'an edit of nothing but layout',
      (lines) => lines.with(4, (lines[4] ?? '').replace(',', ', ')),
      [['edited', 5]],
    ],
    [
      'a second member of the same name',
      (lines) => lines.with(4, (lines[4] ?? '').replace('{', '{"at":"2020-01-01T00:00:00Z",')),
      [['edited', 5]],
    ],
    [
      'a line that is no entry',
      (lines) => lines.with(4, '{}'),
      [
        ['edited', undefined],
        ['gap', 5, 5],
      ],
    ],
    ['an entry taken out', (lines) => lines.toSpliced(4, 1), [['gap', 5, 5]]],
    ['the first entries taken out', (lines) => lines.slice(3), [['gap', 1, 3]]],
    [
      'entries in another order',
      (lines) => lines.with(4, lines[5] ?? '').with(5, lines[4] ?? ''),
      [['reordered', 5]],
    ],
    ['an entry moved far', (lines) => [...lines.toSpliced(2, 1), lines[2] ?? ''], [['reordered', 3]]],
    ['an entry twice', (lines) => lines.toSpliced(6, 0, lines[2] ?? ''), [['reordered', 3]]],
    ['entries taken from the end', (lines) => lines.slice(0, 6), [['truncated', 7, 9]]],
    ['everything taken out', () => [], [['truncated', 1, 9]]],
  ])('%s is found and told where', async (_title, tamper, expected) => {
    expect(faultsOf(await afterTampering(tamper))).toEqual(expected);
  });

  test('a chain that was computed anew from an entry on is found there', async () => {
    const { findings } = await afterTampering((lines) => {
      const forged = lines.slice(0, 6);
      for (const line of lines.slice(6)) {
        const { hash: previous } = JSON.parse(forged.at(-1) ?? '{}') as { hash: string };
        forged.push(forge(line, { previous, status: 500 }));
      }
      return forged;
    });
    expect(findings[0]).toMatchObject({
      fault: 'edited',
      sequence: 7,
      line: 7,
      file: 'audit-00000001.jsonl',
    });
  });

  test('a file taken out in the middle is a gap', () =>
    withAudit(
      9,
      async (audited) => {
        rmSync(audited.path(audited.files[1]));
        const report = await audited.verify();
        expect(faultsOf(report)).toEqual([['gap', expect.any(Number), expect.any(Number)]]);
        expect(report.isIntact).toBe(false);
      },
      1_000,
    ));

  test('the whole folder taken out is found, also after the next entry', () =>
    withAudit(9, async (audited) => {
      rmSync(audited.folder, { recursive: true });
      expect(faultsOf(await audited.verify())).toEqual([['truncated', 1, 9]]);
      await audited.write(ended(1));
      expect(faultsOf(await audited.verify())).toEqual([
        ['truncated', 10],
        ['gap', 1, 9],
      ]);
    }));
});

describe('what an intruder does to the head', () => {
  const setHead = ({ database }: Audited, sql: string) => database.run(sql);

  test.each([
    ['cut to fit a cut log', `UPDATE audit_head SET sequence = 6`],
    ['sealed with another key', `UPDATE audit_head SET seal = '${'0'.repeat(64)}'`],
    ['made unreadable', `UPDATE audit_head SET file = 0`],
    ['removed', 'DELETE FROM audit_head'],
  ])('a head that was %s is found, also after the next entry', (_title, sql) =>
    withAudit(9, async (audited) => {
      audited.rewrite(audited.lines().slice(0, 6));
      setHead(audited, sql);
      expect(faultsOf(await audited.verify())).toEqual([['head', undefined]]);
      await audited.write(ended(10));
      expect(faultsOf(await audited.verify())).toEqual([['head', 7]]);
    }),
  );

  test('the log of another home does not pass for this one', () =>
    withAudit(9, (other) =>
      withAudit(9, async (audited) => {
        writeFileSync(audited.path(), readFileSync(other.path()));
        const { findings, isIntact } = await audited.verify();
        expect(isIntact).toBe(false);
        expect(findings[0]).toMatchObject({ fault: 'edited', sequence: 1 });
      }),
    ));

  test('a head of long ago does not hide what was written since: it is told as never confirmed', () =>
    withAudit(3, async (audited) => {
      const old = audited.database.get('SELECT * FROM audit_head');
      await audited.write(ended(4));
      audited.database.run(
        'UPDATE audit_head SET sequence = ?, hash = ?, size = ?, synced = ?, seal = ?',
        ...[
          old?.['sequence'] ?? 0,
          old?.['hash'] ?? 0,
          old?.['size'] ?? 0,
          old?.['synced'] ?? 0,
          old?.['seal'] ?? 0,
        ],
      );
      expect(faultsOf(await audited.verify())).toEqual([['torn', undefined]]);
    }));
});

describe('a host that was killed while it wrote', () => {
  test.each([
    ['half a line', '{"answerBytes":1'],
    ['a whole line', `${JSON.stringify({ any: 'thing' })}\n`],
    ['zeros', '\0'.repeat(100)],
  ])('leaves %s, which is torn and no tampering, and is moved aside at the next entry', (_title, rest) =>
    withAudit(3, async (audited) => {
      appendFileSync(audited.path(), rest);
      const report = await audited.verify();
      expect(report.isIntact).toBe(true);
      expect(report.findings).toMatchObject([{ fault: 'torn', line: 4, file: 'audit-00000001.jsonl' }]);
      await audited.write(ended(4));
      expect(await audited.verify()).toEqual({ isIntact: true, entries: 5, files: 1, findings: [] });
      const mend = JSON.parse(audited.lines()[3] ?? '') as { movedTo: string };
      expect(mend).toMatchObject({ kind: 'mend', found: 'torn', bytes: rest.length });
      expect(readFileSync(audited.path(mend.movedTo), 'utf8')).toBe(rest);
    }),
  );

  test('may lose what the disk did not have when power failed, which is told from a cut', () =>
    withAudit(3, async (audited) => {
      const { log, close } = audited.open();
      const size = readFileSync(audited.path()).length;
      await log.append(ended(4));
      await log.append(ended(5));
      truncateSync(audited.path(), size + 20);
      expect((await log.verify()).findings).toMatchObject([
        { fault: 'lost', sequence: 4, until: 5, line: 4 },
      ]);
      truncateSync(audited.path(), size - 20);
      expect((await log.verify()).findings).toMatchObject([{ fault: 'truncated', sequence: 3, until: 5 }]);
      await close();
    }));
});
