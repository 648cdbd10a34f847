import { describe, expect, test } from '@jest/globals';
import { mkdirSync, rmSync, statSync, symlinkSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { AuditEvent } from './audit-event.js';
import { exportAudit } from './export-audit.js';
import { ended, withAudit } from './fixtures/audited.js';
import { readAudit } from './read-audit.js';

const entriesOf = (folder: string, range = {}) => [...readAudit(folder, range)].map(({ entry }) => entry);

describe('the audit log', () => {
  test('is written when the append is done, and is its owner’s alone', () =>
    withAudit(0, async (audited) => {
      const { log, close } = audited.open();
      await log.append(ended(7));
      expect(audited.lines()).toHaveLength(1);
      expect(entriesOf(audited.folder)).toMatchObject([{ sequence: 1, kind: 'requestEnd', answerBytes: 7 }]);
      expect(statSync(audited.path()).mode & 0o777).toBe(0o600);
      expect(statSync(audited.folder).mode & 0o777).toBe(0o700);
      await close();
    }));

  test('holds its lines in canonical form', () =>
    withAudit(1, async (audited) => {
      const [line = ''] = audited.lines();
      const names = Object.keys(JSON.parse(line) as object);
      expect(names).toEqual([...names].sort());
      expect(line).toBe(JSON.stringify(JSON.parse(line)));
    }));

  test('is one chain where several hosts write at once', () =>
    withAudit(
      0,
      async (audited) => {
        const hosts = [audited.open(), audited.open(), audited.open()];
        const appends = hosts.flatMap(({ log }, host) =>
          Array.from({ length: 40 }, (_, index) => log.append(ended(host * 1_000 + index))),
        );
        await Promise.all(appends);
        for (const { close } of hosts) await close();
        expect(await audited.verify()).toMatchObject({ isIntact: true, entries: 120, findings: [] });
        const written = entriesOf(audited.folder).flatMap((entry) =>
          entry.kind === 'requestEnd' ? [entry.answerBytes] : [],
        );
        expect(new Set(written).size).toBe(120);
        expect(written.filter((bytes) => bytes < 1_000)).toEqual([...Array(40).keys()]);
      },
      4_000,
    ));

  test('waits for another program that writes to host.db', () =>
    withAudit(1, async (audited) => {
      const { log, close } = audited.open();
      audited.database.run('BEGIN IMMEDIATE');
      let isWritten = false;
      const append = log.append(ended(2)).then(() => (isWritten = true));
      await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
      expect(isWritten).toBe(false);
      audited.database.run('COMMIT');
      await append;
      await close();
      expect(await audited.verify()).toMatchObject({ isIntact: true, entries: 2 });
    }));

  test('tells in its head that the disk has everything once it is closed', () =>
    withAudit(3, async (audited) => {
      expect(audited.database.get('SELECT sequence, synced FROM audit_head')).toEqual({
        sequence: 3,
        synced: 3,
      });
    }));
});

describe('what is noted', () => {
  test('is taken at once and written a moment later, with what came of it', () =>
    withAudit(1, async (audited) => {
      const { log, close } = audited.open();
      await log.note(ended(2));
      log.conclude(ended(3));
      expect(audited.lines()).toHaveLength(1);
      expect(await log.verify()).toMatchObject({ isIntact: true, entries: 3 });
      log.conclude(ended(4));
      await close();
      expect(audited.lines()).toHaveLength(4);
    }));

  test('is written by itself', () =>
    withAudit(1, async (audited) => {
      const { log, close } = audited.open();
      await log.note(ended(2));
      while (audited.lines().length < 2) await new Promise((resolve) => setImmediate(resolve));
      await close();
    }));

  test('is tried again by itself where it could not be written', () =>
    withAudit(1, async (audited) => {
      let failures = 0;
      const { log, close } = audited.open((descriptor, bytes, offset) => {
        failures += 1;
        if (failures === 1) throw Object.assign(new Error('write'), { code: 'ENOSPC' });
        return writeSync(descriptor, bytes, offset);
      });
      await log.note(ended(2));
      while (audited.lines().length < 2) await new Promise((resolve) => setImmediate(resolve));
      await close();
      expect(await audited.verify()).toMatchObject({ isIntact: true, entries: 2, findings: [] });
    }));

  test('stands before what is written later', () =>
    withAudit(1, async (audited) => {
      const { log, close } = audited.open();
      await log.note(ended(2));
      await log.append(ended(3));
      expect(sizesOf(audited.folder)).toEqual([1, 2, 3]);
      await close();
    }));

  test('waits for a write that is on its way', () =>
    withAudit(1, async (audited) => {
      const { log, close } = audited.open();
      const append = log.append(ended(2));
      await log.note(ended(3));
      expect(sizesOf(audited.folder)).toEqual([1, 2, 3]);
      await append;
      await close();
    }));

  test('is kept where the disk is full, and nothing more is begun until there is room', () =>
    withAudit(1, async (audited) => {
      let isFull = true;
      const { log, close } = audited.open((descriptor, bytes, offset) => {
        if (isFull) throw Object.assign(new Error('write'), { code: 'ENOSPC' });
        return writeSync(descriptor, bytes, offset);
      });
      await log.note(ended(2));
      const refusal = { code: 'AUDIT_UNAVAILABLE' };
      await expect(log.append(ended(100))).rejects.toMatchObject(refusal);
      await expect(log.note(ended(101))).rejects.toMatchObject(refusal);
      log.conclude(ended(3));
      await expect(log.note(ended(102))).rejects.toMatchObject(refusal);
      expect(sizesOf(audited.folder)).toEqual([1]);
      isFull = false;
      await log.note(ended(4));
      expect(sizesOf(audited.folder)).toEqual([1, 2, 3, 4]);
      await close();
      expect(await audited.verify()).toMatchObject({ isIntact: true, entries: 4, findings: [] });
    }));
});

describe('what cannot be written down', () => {
  test('is refused where an entry has a field that its kind has not', () =>
    withAudit(1, async (audited) => {
      const { log, close } = audited.open();
      const event: AuditEvent = Object.assign(ended(2), { body: 'all my secrets' });
      await expect(log.append(event)).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE' });
      await close();
      expect(audited.lines()).toHaveLength(1);
    }));

  test('is refused where the folder cannot be made', () =>
    withAudit(0, async (audited) => {
      writeFileSync(audited.folder, 'in the way');
      const { log, close } = audited.open();
      await expect(log.append(ended(1))).rejects.toMatchObject({
        code: 'AUDIT_UNAVAILABLE',
        retry: undefined,
      });
      rmSync(audited.folder);
      await log.append(ended(2));
      await close();
      expect(await audited.verify()).toMatchObject({ isIntact: true, entries: 1 });
    }));

  test('is refused where the file is a link', () =>
    withAudit(0, async (audited) => {
      mkdirSync(audited.folder);
      symlinkSync(join(audited.folder, '..', 'elsewhere'), join(audited.folder, 'audit-00000001.jsonl'));
      const { log, close } = audited.open();
      await expect(log.append(ended(1))).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE' });
      await close();
    }));

  test('is refused where the disk is full, and nothing of it stays', () =>
    withAudit(2, async (audited) => {
      const before = audited.lines();
      let isFull = true;
      const { log, close } = audited.open((descriptor, bytes, offset) => {
        if (isFull && offset > 0) throw Object.assign(new Error('write'), { code: 'ENOSPC' });
        return writeSync(descriptor, bytes, offset, isFull ? 10 : undefined);
      });
      const both = await Promise.allSettled([log.append(ended(3)), log.append(ended(4))]);
      expect(both).toMatchObject(
        [1, 2].map(() => ({
          reason: {
            code: 'AUDIT_UNAVAILABLE',
            message: 'The audit log cannot be written: there is no room on the disk.',
          },
        })),
      );
      expect(audited.lines()).toEqual(before);
      isFull = false;
      await log.append(ended(5));
      await close();
      expect(await audited.verify()).toEqual({ isIntact: true, entries: 3, files: 1, findings: [] });
    }));

  test('is refused after the end', () =>
    withAudit(1, async (audited) => {
      const { log, close } = audited.open();
      await close();
      await expect(log.append(ended(2))).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE' });
    }));
});

describe('entries', () => {
  test('are read of a plugin, a connection and a time', () =>
    withAudit(2, async (audited) => {
      await audited.write({
        kind: 'login',
        plugin: 'other',
        connection: 'other-1',
        action: 'logIn',
        outcome: 'LOGGED_IN',
      });
      expect(entriesOf(audited.folder, { plugin: 'other' })).toMatchObject([{ sequence: 3, kind: 'login' }]);
      expect(entriesOf(audited.folder, { connection: 'acme-1' })).toHaveLength(2);
      const at = entriesOf(audited.folder)[2]?.at ?? '';
      expect(entriesOf(audited.folder, { since: at }).map(({ sequence }) => sequence)).toContain(3);
      expect(entriesOf(audited.folder, { since: '2999-01-01' })).toEqual([]);
      expect(entriesOf(audited.folder, { before: '2000-01-01' })).toEqual([]);
    }));

  test('are exported as the lines that they are, or as a table', () =>
    withAudit(1, async (audited) => {
      await audited.write({
        kind: 'refusal',
        plugin: 'acme',
        method: 'GET',
        origin: '=cmd("a,b")',
        code: 'NETWORK_REFUSED',
      });
      await audited.write({
        kind: 'program',
        plugin: 'acme',
        connection: 'acme-1',
        action: 'trusted',
        origin: 'loopback:5000',
        port: 5001,
        certificate: 'sha256:0af3',
      });
      const text = (format: 'jsonl' | 'csv') => [...exportAudit(readAudit(audited.folder), format)];
      expect(text('jsonl')).toEqual(audited.lines());
      const [header, first, second, third] = text('csv');
      expect(header).toMatch(/^sequence,at,kind,plugin,connection,/);
      expect(first).toMatch(/^1,[^,]+,requestEnd,acme,acme-1,/);
      expect(second).toContain(`,"'=cmd(""a,b"")",`);
      expect(third).toMatch(/,trusted,.*,loopback:5000,.*,5001,sha256:0af3,/);
    }));

  test('that cannot be read are told and left out', () =>
    withAudit(2, async (audited) => {
      audited.rewrite(['nonsense', ...audited.lines()]);
      const unreadable: number[] = [];
      const read = [...readAudit(audited.folder, {}, ({ number }) => unreadable.push(number))];
      expect([read.length, unreadable]).toEqual([2, [1]]);
    }));
});

function sizesOf(folder: string): number[] {
  return entriesOf(folder).flatMap((entry) => (entry.kind === 'requestEnd' ? [entry.answerBytes] : []));
}
