import { Writable } from 'node:stream';
import { expect, test } from '@jest/globals';
import { Progress } from './progress.js';

function terminal(): { stream: NodeJS.WriteStream; written: string[] } {
  const written: string[] = [];
  const stream = new Writable({
    decodeStrings: false,
    write(chunk: string, _encoding, done) {
      written.push(chunk);
      done();
    },
  });
  return { stream: Object.assign(stream, { columns: 12 }) as NodeJS.WriteStream, written };
}

test('progress is one line that fits, is not drawn too often, and goes away', () => {
  const { stream, written } = terminal();
  const progress = new Progress(stream);
  progress.update('Reading march.csv');
  progress.update('Reading april.csv');
  progress.clear();
  progress.clear();
  expect(written).toEqual(['\r\u001b[KReading ma…', '\r\u001b[K']);
});

test('progress of several lines is drawn over the former ones, as many as fit', () => {
  const { stream, written } = terminal();
  Object.assign(stream, { rows: 3 });
  const progress = new Progress(stream);
  progress.update(['one', 'two', 'three']);
  progress.update(['one', 'four'], true);
  progress.clear();
  const two = '\r\u001b[K\u001b[A\r\u001b[K';
  expect(written).toEqual(['\r\u001b[Kone\ntwo', `${two}one\nfour`, two]);
});

test('progress that nobody sees does nothing', () => {
  const progress = new Progress(undefined);
  expect(() => {
    progress.update('Reading');
    progress.clear();
  }).not.toThrow();
});
