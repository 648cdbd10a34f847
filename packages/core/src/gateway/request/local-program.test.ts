import { describe, expect, test } from '@jest/globals';
import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { createServer as createPlainServer, type RequestListener } from 'node:http';
import { createServer } from 'node:https';
import { connect, createServer as createTcpServer, type Server } from 'node:net';
import type { LocalProgram } from '../../store/index.js';
import { dial, fingerprintOf, type OpenTcp } from '../address/index.js';
import { makeCertificates, type TestCertificates } from '../fixtures/certificates.js';
import { listen, makeGateway, type TestGateway } from '../fixtures/test-gateway.js';
import { failure } from '../fixtures/test-institution.js';
import { granted } from '../permission/fixtures/granted.js';
import { readCertificate } from './read-certificate.js';

const ORIGIN = 'loopback:5000';
const URL_OF_IT = 'https://localhost:5000/';
/** As a program makes it for itself: no authority knows it, another name stands in it, and it has expired. */
const OWN = makeCertificates(['gateway.example'], -1);
const OTHER = makeCertificates(['gateway.example'], -1);
const sha256 = ({ cert }: TestCertificates): string => fingerprintOf(new X509Certificate(cert));

/** Runs work with a server that is on a free port. */
async function serving<Result>(server: Server, work: (port: number) => Promise<Result>): Promise<Result> {
  const sockets = new Set<{ destroy(): void }>();
  server.on('connection', (socket) => sockets.add(socket));
  try {
    return await work(await listen(server));
  } finally {
    for (const socket of sockets) socket.destroy();
    server.close();
  }
}

const tls = (
  own: TestCertificates,
  listener: RequestListener = (_, response) => response.end('ok'),
): Server => createServer(own, listener);

/** Nothing but 127.0.0.1 is there; where else connections would go is remembered. */
function open(dialed: string[]): OpenTcp {
  return ({ host, port }) => {
    dialed.push(`${host} ${port}`);
    return host === '127.0.0.1' ? connect({ host, port }) : connect({ host: '127.0.0.1', port: 1 });
  };
}

function gatewayTo(programs: Readonly<Record<string, LocalProgram>>): TestGateway & { dialed: string[] } {
  const dialed: string[] = [];
  const made = makeGateway({
    permissions: [granted('gateway', { origin: ORIGIN, paths: ['/**'] })],
    ports: { programAt: (origin) => programs[origin], openTcp: open(dialed) },
  });
  return { ...made, dialed };
}

describe('a program on this machine', () => {
  test('is reached by the certificate that was approved, at the port where it really is', () =>
    serving(tls(OWN), async (port) => {
      const { text, ask, gateway, dialed, entries } = gatewayTo({
        [ORIGIN]: { port, certificate: sha256(OWN) },
      });
      for (const host of ['localhost', '127.0.0.1', '[::1]'])
        expect(await text(`https://${host}:5000/`)).toBe('ok');
      expect(dialed).toEqual(Array(3).fill(`127.0.0.1 ${port}`));
      expect(entries[0]).toMatchObject({ kind: 'request', origin: ORIGIN });
      // The port itself is nothing that a permission names.
      expect(await failure(ask(`https://localhost:${port}/`))).toMatchObject({ code: 'PERMISSION_DENIED' });
      await gateway.close();
    }));

  test('is not reached before its certificate was approved, nor with the approval of another port', () =>
    serving(tls(OWN), async (port) => {
      for (const programs of [{}, { 'loopback:5001': { port, certificate: sha256(OWN) } }]) {
        const { ask, gateway, dialed, entries } = gatewayTo(programs);
        expect(await failure(ask(URL_OF_IT))).toMatchObject({
          code: 'NETWORK_REFUSED',
          remedy: 'Compare its certificate and approve it: bourse connect acme-1 --local',
        });
        expect(dialed).toEqual([]);
        expect(entries.at(-1)).toMatchObject({ kind: 'refusal', origin: ORIGIN, code: 'NETWORK_REFUSED' });
        await gateway.close();
      }
    }));

  test('that shows another certificate gets no byte of a request', async () => {
    let isAsked = false;
    const impostor = tls(OTHER, (_, response) => {
      isAsked = true;
      response.end('mine');
    });
    await serving(impostor, async (port) => {
      const { ask, gateway, dialed } = gatewayTo({ [ORIGIN]: { port, certificate: sha256(OWN) } });
      expect(await failure(ask(URL_OF_IT))).toMatchObject({
        code: 'CERTIFICATE_INVALID',
        message: `What listens on port ${port} of this machine shows another certificate than the one that was approved.`,
        remedy: expect.stringContaining('bourse connect acme-1 --local'),
      });
      expect(dialed).toEqual([`127.0.0.1 ${port}`]);
      await gateway.close();
    });
    expect(isAsked).toBe(false);
  });

  test('is trusted no longer from the next connection on, where the user takes that back', () =>
    serving(
      tls(OWN, (_, response) => response.setHeader('connection', 'close').end('ok')),
      async (port) => {
        const programs: Record<string, LocalProgram> = { [ORIGIN]: { port, certificate: sha256(OWN) } };
        const { text, ask, gateway } = gatewayTo(programs);
        expect(await text(URL_OF_IT)).toBe('ok');
        delete programs[ORIGIN];
        expect(await failure(ask(URL_OF_IT))).toMatchObject({ code: 'NETWORK_REFUSED' });
        await gateway.close();
      },
    ));

  test('that leads to another port of this machine, or to the internet, is not followed', async () => {
    for (const location of ['https://localhost:5001/', 'https://127.0.0.1/', 'https://elsewhere.example/']) {
      await serving(
        tls(OWN, (_, response) => response.writeHead(302, { location }).end()),
        async (port) => {
          const { ask, gateway, dialed } = gatewayTo({ [ORIGIN]: { port, certificate: sha256(OWN) } });
          expect(await failure(ask(URL_OF_IT))).toMatchObject({ code: 'PERMISSION_DENIED' });
          expect(dialed).toHaveLength(1);
          await gateway.close();
        },
      );
    }
  });

  test('that does not run is told from one that speaks no TLS', async () => {
    const free = await serving(createTcpServer(), async (port) => port);
    const told = async (port: number): Promise<Record<string, unknown>> => {
      const { ask, gateway } = gatewayTo({ [ORIGIN]: { port, certificate: sha256(OWN) } });
      const error = await failure(ask(URL_OF_IT));
      await gateway.close();
      return error;
    };
    expect(await told(free)).toMatchObject({
      code: 'UNAVAILABLE',
      message: `No connection to port ${free} of this machine was made: nobody listens there (ECONNREFUSED).`,
      remedy: 'Start the program that is to listen there, and try again.',
    });
    await serving(
      createPlainServer((_, response) => response.end('something else')),
      async (port) => {
        expect(await told(port)).toMatchObject({
          code: 'UNAVAILABLE',
          message: expect.stringContaining('what listens there speaks no TLS'),
          remedy: expect.stringContaining('Another program may have taken the port.'),
        });
      },
    );
  });
});

describe('the certificate of a program', () => {
  test('is read without sending it anything', async () => {
    let isAsked = false;
    const server = tls(OWN, () => (isAsked = true));
    const gone = once(server, 'connection').then(([socket]) => once(socket, 'close'));
    await serving(server, async (port) => {
      expect(await readCertificate(port)).toEqual({
        subject: 'CN=gateway.example',
        validUntil: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T/),
        certificate: sha256(OWN),
      });
      await gone;
    });
    expect(isAsked).toBe(false);
  });

  test('that names nobody is one like any other', async () => {
    const nameless = makeCertificates([]);
    await serving(tls(nameless), async (port) => {
      expect(await readCertificate(port)).toMatchObject({ subject: '', certificate: sha256(nameless) });
    });
  });

  test('is not there where nobody listens', async () => {
    const free = await serving(createTcpServer(), async (port) => port);
    expect(await failure(readCertificate(free, open([])))).toMatchObject({ code: 'UNAVAILABLE' });
  });

  test('takes the place of no authority off this machine', async () => {
    const judge = (): void => undefined;
    const dialed: string[] = [];
    for (const addresses of [['8.8.8.8'], ['127.0.0.1', '8.8.8.8'], ['192.168.0.1']])
      await expect(
        dial({ addresses, port: 443, tls: { name: 'localhost', judge } }, open(dialed)),
      ).rejects.toThrow('Only on loopback');
    expect(dialed).toEqual([]);
  });
});
