import { Writable } from 'node:stream';
import { expect, test } from '@jest/globals';
import { Logger } from './logger.js';
import { OutputStream } from './output-stream.js';

test('the name of a file in a log line moves no cursor and turns no direction', () => {
  let text = '';
  const stream = new Writable({
    write(chunk, _encoding, done) {
      text += String(chunk);
      done();
    },
  });
  const logger = new Logger(new OutputStream(stream as NodeJS.WriteStream), 'info', () => 0);
  const file = 'march\u202evsc.\u009b2J';
  logger.log('info', 'reading a file', { file });
  expect(text).toMatch(/^[ -~]+\n$/);
  expect(JSON.parse(text)).toMatchObject({ at: '1970-01-01T00:00:00.000Z', file });
});
