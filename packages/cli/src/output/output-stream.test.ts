import { Writable } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import { OutputStream } from './output-stream.js';

/** A stream that fails from the second write on. */
function failing(code: string): { stream: NodeJS.WriteStream; written: string[] } {
  const written: string[] = [];
  const stream = new Writable({
    autoDestroy: false,
    write(chunk, _encoding, done) {
      if (written.length > 0) return done(Object.assign(new Error('refused'), { code }));
      written.push(String(chunk));
      done();
    },
  });
  return { stream: stream as NodeJS.WriteStream, written };
}

describe('an output', () => {
  test('whose reader went away drops the rest and is no failure', async () => {
    const { stream, written } = failing('EPIPE');
    const output = new OutputStream(stream);
    await output.writeLines(['first']);
    await output.writeLines(['second']);
    await output.writeLines(['third']);
    expect(written).toEqual(['first\n']);
    expect(output.failure).toBeUndefined();
  });

  test('that cannot be written is a failure', async () => {
    const output = new OutputStream(failing('ENOSPC').stream);
    await output.writeLines(['first']);
    await output.writeLines(['second']);
    expect(output.failure).toMatchObject({ code: 'ENOSPC' });
  });

  test('gathers small pieces into large ones', async () => {
    const sizes: number[] = [];
    const stream = new Writable({
      write(chunk, _encoding, done) {
        sizes.push(chunk.length);
        done();
      },
    });
    await new OutputStream(stream as NodeJS.WriteStream).write(
      Array.from({ length: 1_000 }, () => 'x'.repeat(100)),
    );
    expect(sizes.length).toBe(2);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(100_000);
  });
});
