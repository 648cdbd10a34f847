import { PassThrough, Writable } from 'node:stream';
import { expect, test } from '@jest/globals';
import type { Session } from '../../host/session.js';
import { OutputStream } from '../../output/output-stream.js';
import { gatherPrograms } from './gather-programs.js';

const SHOWN = `sha256:${'0af3'.repeat(16)}`;

interface Scene {
  readonly session: Session;
  /** Ports whose certificate was read. */
  readonly read: number[];
  /** Lines that were written for the user. */
  readonly told: string[];
}

/** A plugin that reaches these programs, and somebody who types an answer; undefined: nobody is there. */
function sceneWith(origins: readonly string[], typed?: string, subject = 'CN=\u001b[2Jgateway'): Scene {
  const read: number[] = [];
  const told: string[] = [];
  const input = new PassThrough();
  input.end(typed);
  const errors = new Writable({
    write: (chunk, _encoding, done) => {
      told.push(String(chunk));
      done();
    },
  });
  const session = {
    manager: {
      connections: {
        programs: {
          originsOf: () => origins,
          readCertificate: async (port: number) => {
            read.push(port);
            return {
              subject,
              validUntil: '2030-01-31T00:00:00.000Z',
              certificate: SHOWN,
            };
          },
        },
      },
    },
    terminal: {
      isInteractive: typed !== undefined,
      input,
      errors: new OutputStream(errors as NodeJS.WriteStream),
      progress: { clear: () => undefined },
      writeErrorLines: async (lines: readonly string[]) => void told.push(...lines),
    },
    signal: new AbortController().signal,
  };
  return { session: session as unknown as Session, read, told };
}

test('the user is shown the certificate, and trusts it by a clear yes', async () => {
  const { session, read, told } = sceneWith(['loopback:5000'], 'y\n');
  expect(await gatherPrograms(session, 'acme', { local: true })).toEqual({
    'loopback:5000': { port: 5000, certificate: SHOWN },
  });
  expect(read).toEqual([5000]);
  expect(told.join('\n')).toContain(SHOWN);
  expect(told.join('\n')).not.toContain('\u001b');
});

test('a certificate that names nobody is told as such', async () => {
  const { session, told } = sceneWith(['loopback:5000'], 'y\n', '');
  await gatherPrograms(session, 'acme', { local: true });
  expect(told).toContain('  It names nobody, until 2030-01-31');
});

test.each(['\n', 'n\n'])('with %j nothing is trusted', async (typed) => {
  const { session } = sceneWith(['loopback:5000'], typed);
  await expect(gatherPrograms(session, 'acme', { local: 5001 })).rejects.toMatchObject({
    code: 'INVALID_REQUEST',
    message: 'The certificate was not approved, and nothing was changed.',
  });
});

test('where nobody can be asked, the option that would say it is told', async () => {
  const { session, read } = sceneWith(['loopback:5000']);
  await expect(gatherPrograms(session, 'acme', { local: 5001 })).rejects.toMatchObject({
    remedy: `Compare its certificate, then add --certificate ${SHOWN}`,
  });
  expect(read).toEqual([5001]);
});

test('a certificate that is given is taken without a question', async () => {
  const { session, read } = sceneWith(['loopback:5000']);
  const given = `sha256:${'1'.repeat(64)}`;
  expect(await gatherPrograms(session, 'acme', { certificate: given })).toEqual({
    'loopback:5000': { port: 5000, certificate: given },
  });
  expect(read).toEqual([]);
});

test('a program that was approved before is looked for at its port', async () => {
  const { session, read } = sceneWith(['loopback:5000'], 'y\n');
  const former = { 'loopback:5000': { port: 5001, certificate: `sha256:${'1'.repeat(64)}` } };
  const renewed = { 'loopback:5000': { port: 5001, certificate: SHOWN } };
  expect(await gatherPrograms(session, 'acme', { local: true }, former)).toEqual(renewed);
  expect(read).toEqual([5001]);
});

test('without either option nothing is asked, and nothing is trusted', async () => {
  const { session, read } = sceneWith(['loopback:5000'], 'y\n');
  expect(await gatherPrograms(session, 'acme', {})).toEqual({});
  expect(read).toEqual([]);
});

test('a plugin without such a program has none, and of two a port alone tells nothing', async () => {
  const none = sceneWith([], 'y\n');
  await expect(gatherPrograms(none.session, 'acme', { local: true })).rejects.toMatchObject({
    message: '"acme" reaches no program on this machine.',
  });
  const two = sceneWith(['loopback:5000', 'loopback:6000'], 'y\n');
  await expect(gatherPrograms(two.session, 'acme', { local: 5001 })).rejects.toMatchObject({
    code: 'INVALID_REQUEST',
    message: expect.stringContaining('loopback:5000, loopback:6000'),
  });
});
