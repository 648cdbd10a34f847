import { describe, expect, test } from '@jest/globals';
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { readText } from '../fixtures/test-gateway.js';
import { failure, ORIGIN, TestInstitution } from '../fixtures/test-institution.js';

const institution = new TestInstitution();

describe('headers of a plugin', () => {
  test.each([
    ['Host', 'x'], ['connection', 'close'], ['Content-Length', '1'], ['transfer-encoding', 'chunked'], ['TE', 'x'], ['Trailer', 'x'],
    ['Upgrade', 'h2c'], ['Proxy-Authorization', 'x'], ['Sec-Fetch-Site', 'x'], ['Forwarded', 'x'], ['X-Forwarded-For', '1.1.1.1'],
    ['X_Forwarded_For', '1.1.1.1'], ['cookie', 'a=b'], ['Authorization', 'Bearer x'], ['X-HTTP-Method-Override', 'DELETE'],
    ['X-Original-URL', '/orders'], ['Content-Encoding', 'gzip'], ['User-Agent', 'x'], ['Expect', '100-continue'],
    ['X', 'a\r\nHost: b'], ['X', 'a\nb'], ['X', 'a\0b'], ['X', '€'], ['X Y', 'a'], ['X:', 'a'], ['', 'a'], ['X\r\n', 'a'],
  ])('%j: %j is refused', async (name, value) => {
    const { ask } = institution.start((_, response) => response.end());
    expect(await failure(ask(`${ORIGIN}/`, { headers: [[name, value]] }))).toMatchObject({ code: 'INVALID_REQUEST' });
    expect(institution.seen).toEqual([]);
  }); // prettier-ignore

  test('too many, too long ones, odd methods and bodies are refused', async () => {
    const { ask } = institution.start((_, response) => response.end());
    const many = Array.from({ length: 101 }, (_, index): [string, string] => [`x-${index}`, '']);
    for (const request of [
      { headers: many },
      { headers: [['x', 'a'.repeat(40_000)]] as [string, string][] },
      { method: 'TRACE' },
      { method: 'get' },
      { body: 'x' },
      { method: 'POST', body: 'x'.repeat(1_048_577) },
    ])
      expect(await failure(ask(`${ORIGIN}/`, request))).toMatchObject({ code: 'INVALID_REQUEST' });
  });
});

describe('answers', () => {
  test.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
    ['zstd', zstdCompressSync],
  ] as const)('compressed with %s are read', async (coding, compress) => {
    const { ask } = institution.start((_, response) =>
      response.setHeader('content-encoding', coding).end(compress('text'.repeat(1000))),
    );
    const answer = await ask(`${ORIGIN}/`);
    expect(await readText(answer)).toBe('text'.repeat(1000));
    expect(answer.headers.map(([name]) => name.toLowerCase())).not.toContain('content-encoding');
  });

  test.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['zstd', zstdCompressSync],
  ] as const)('that swell out of %s are cut at the limit', async (coding, compress) => {
    const bomb = compress(Buffer.alloc(50_000_000));
    const { ask, entries } = institution.start((_, response) =>
      response.setHeader('content-encoding', coding).end(bomb),
    );
    const answer = await ask(`${ORIGIN}/`);
    expect(await failure(readText(answer))).toMatchObject({ code: 'ANSWER_TOO_LARGE' });
    expect(entries.at(-1)).toMatchObject({ kind: 'requestEnd', outcome: 'ANSWER_TOO_LARGE' });
    expect((entries.at(-1) as { answerBytes: number }).answerBytes).toBeLessThanOrEqual(33_554_432);
  });

  test('that are too large without compression are cut too', async () => {
    const { ask } = institution.start((_, response) => response.end('x'.repeat(1001)), {
      limits: { maxAnswer: 1000 },
    });
    expect(await failure(ask(`${ORIGIN}/`).then(readText))).toMatchObject({ code: 'ANSWER_TOO_LARGE' });
  });

  test('with too many headers are refused', async () => {
    const { ask } = institution.start((_, response) => response.setHeader('x', 'y'.repeat(70_000)).end());
    expect(await failure(ask(`${ORIGIN}/`))).toMatchObject({ code: 'ANSWER_TOO_LARGE' });
  });

  test.each(['snappy', 'gzip, gzip, gzip', 'toString'])('in the coding "%s" are refused', async (coding) => {
    const { ask } = institution.start((_, response) =>
      response.setHeader('content-encoding', coding).end('x'),
    );
    expect(await failure(ask(`${ORIGIN}/`))).toMatchObject({ code: 'MALFORMED_RESPONSE' });
  });

  test('that are not compressed as they say are malformed', async () => {
    for (const body of [Buffer.from('no gzip'), gzipSync('x'.repeat(9999)).subarray(0, 20)]) {
      const { ask } = institution.start((_, response) =>
        response.setHeader('content-encoding', 'gzip').end(body),
      );
      expect(await failure(ask(`${ORIGIN}/`).then(readText))).toMatchObject({ code: 'MALFORMED_RESPONSE' });
    }
  });

  test('to HEAD and without content have no body', async () => {
    const { ask, text } = institution.start((request, response) => {
      response.setHeader('content-encoding', 'gzip');
      response.statusCode = request.method === 'HEAD' ? 200 : 204;
      response.end();
    });
    expect(await text(`${ORIGIN}/`, { method: 'HEAD' })).toBe('');
    expect(await readText(await ask(`${ORIGIN}/`))).toBe('');
  });

  test('that end early are unavailable, and a request that may have been carried out says so', async () => {
    const { ask } = institution.start((_, response) => {
      response.setHeader('content-length', '100').write('half');
      setImmediate(() => response.destroy());
    });
    expect(await failure(ask(`${ORIGIN}/`).then(readText))).toMatchObject({
      code: 'UNAVAILABLE',
      retry: 'safe',
    });
    const posted = failure(ask(`${ORIGIN}/`, { method: 'POST', body: 'x' }).then(readText));
    expect(await posted).toMatchObject({ code: 'UNAVAILABLE', retry: 'unknown-outcome' });
  });

  test('that do not come, or stop coming, are given up', async () => {
    const silent = institution.start(() => undefined, { limits: { totalMs: 50 } });
    expect(await failure(silent.ask(`${ORIGIN}/`))).toMatchObject({ code: 'UNAVAILABLE' });
    await silent.gateway.close();
    const slow = institution.start((_, response) => void response.write('x'), { limits: { totalMs: 50 } });
    expect(await failure(slow.ask(`${ORIGIN}/`).then(readText))).toMatchObject({ code: 'UNAVAILABLE' });
    await slow.gateway.close();
    const idle = institution.start((_, response) => void response.write('x'), { limits: { idleMs: 50 } });
    expect(await failure(idle.ask(`${ORIGIN}/`).then(readText))).toMatchObject({ code: 'UNAVAILABLE' });
  });

  test('that are no HTTP are malformed', async () => {
    const { ask } = institution.start((request) => void request.socket.end('HTTP/1.1 OK 200\r\n\r\n'));
    expect(await failure(ask(`${ORIGIN}/`))).toMatchObject({ code: 'MALFORMED_RESPONSE' });
  });
});

describe('a request that is not wanted any more', () => {
  test('is canceled while it waits for an answer', async () => {
    const controller = new AbortController();
    const { ask, entries } = institution.start(() => controller.abort());
    expect(await failure(ask(`${ORIGIN}/`, { signal: controller.signal }))).toMatchObject({
      code: 'CALL_CANCELED',
    });
    expect(entries.at(-1)).toMatchObject({ kind: 'requestEnd', outcome: 'canceled', status: undefined });
  });

  test('is canceled while its answer is read', async () => {
    const controller = new AbortController();
    const { ask, entries } = institution.start((_, response) => void response.write('x'));
    const answer = await ask(`${ORIGIN}/`, { signal: controller.signal });
    const read = failure(readText(answer));
    controller.abort();
    expect(await read).toMatchObject({ code: 'CALL_CANCELED' });
    expect(entries.at(-1)).toMatchObject({ kind: 'requestEnd', outcome: 'canceled', status: 200 });
  });

  test('gives its place back, however it ends', async () => {
    const { ask, text } = institution.start((request, response) => {
      if (request.url === '/small') response.end('ok');
      else response.write('x');
    });
    const controllers = Array.from({ length: 6 }, () => new AbortController());
    const answers = await Promise.all(controllers.map(({ signal }) => ask(`${ORIGIN}/`, { signal })));
    const seventh = text(`${ORIGIN}/small`);
    const canceled = new AbortController();
    const eighth = failure(ask(`${ORIGIN}/small`, { signal: canceled.signal }));
    canceled.abort();
    expect(await eighth).toMatchObject({ code: 'CALL_CANCELED' });
    expect(institution.seen.map(({ url }) => url)).toEqual(['/', '/', '/', '/', '/', '/']);
    // Never read, and closed before it was read.
    controllers[0]?.abort();
    expect(await seventh).toBe('ok');
    for (const { body } of answers.slice(1)) await body[Symbol.asyncIterator]().return?.();
    expect(await Promise.all(Array.from({ length: 12 }, () => text(`${ORIGIN}/small`)))).toHaveLength(12);
  });
});
