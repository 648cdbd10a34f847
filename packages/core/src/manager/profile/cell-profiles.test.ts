import { expect, test } from '@jest/globals';
import { existsSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inTemporaryFolder } from '../../testing/temporary-folder.js';
import { CellProfiles } from './cell-profiles.js';

const PROFILE = JSON.stringify({ nodes: [] });

const withProfiles = (work: (profiles: CellProfiles, folder: string, written: string[]) => void) =>
  inTemporaryFolder((folder) => {
    const written: string[] = [];
    const onWritten = (file: string) => void written.push(file);
    work(new CellProfiles({ pluginId: 'acme', folder, onWritten }, () => undefined), folder, written);
  });

test('a cell leaves its profile where nobody else can write, and nothing is left there', () =>
  withProfiles((profiles, folder, written) => {
    const draft = profiles.next();
    expect(statSync(dirname(draft)).mode & 0o777).toBe(0o700);
    writeFileSync(draft, PROFILE);
    profiles.finish();
    expect(existsSync(dirname(draft))).toBe(false);
    expect(written).toEqual([join(folder, 'acme.cpuprofile')]);
    expect(readFileSync(join(folder, 'acme.cpuprofile'), 'utf8')).toBe(PROFILE);
  }));

test('a profile goes over no file and through no link, also where that leads to nothing yet', () =>
  withProfiles((profiles, folder, written) => {
    writeFileSync(join(folder, 'acme.cpuprofile'), 'mine');
    symlinkSync(join(folder, 'elsewhere'), join(folder, 'acme-2.cpuprofile'));
    mkdirSync(join(folder, 'acme-3.cpuprofile'));
    writeFileSync(profiles.next(), PROFILE);
    profiles.finish();
    expect(written).toEqual([join(folder, 'acme-4.cpuprofile')]);
    expect(existsSync(join(folder, 'elsewhere'))).toBe(false);
    expect(readFileSync(join(folder, 'acme.cpuprofile'), 'utf8')).toBe('mine');
  }));

test('a cell that leaves none leaves no folder either', () =>
  withProfiles((profiles, _, written) => {
    const draft = profiles.next();
    profiles.finish();
    expect([existsSync(dirname(draft)), written]).toEqual([false, []]);
  }));

test('of two cells that run at once each has its profile', () =>
  withProfiles((profiles, folder, written) => {
    const [one, other] = [profiles.next(), profiles.next()];
    writeFileSync(one, PROFILE);
    profiles.finish();
    writeFileSync(other, PROFILE);
    profiles.finish();
    expect(written).toEqual([join(folder, 'acme.cpuprofile'), join(folder, 'acme-2.cpuprofile')]);
    expect(existsSync(dirname(one))).toBe(false);
  }));
