import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  encodeContentFrame,
  encodeJsonFrame,
  decodeContentPayload,
  FRAME_CONTENT,
  FRAME_JSON,
} from './frame.js';
import { FrameReader } from './frame-reader.js';

type Frame = [kind: number, payload: string];

function readAll(chunks: Iterable<Buffer>, limitBytes = 1024): Frame[] {
  const frames: Frame[] = [];
  const reader = new FrameReader({
    limitBytes,
    onFrame: (kind, payload) => frames.push([kind, payload.toString()]),
  });
  for (const chunk of chunks) reader.push(chunk);
  return frames;
}

/** Cuts bytes at the given places, in any order and some of them twice. */
function* cut(bytes: Buffer, places: readonly number[]): Generator<Buffer> {
  const sorted = [
    0,
    ...places.map((place) => place % (bytes.length + 1)).sort((a, b) => a - b),
    bytes.length,
  ];
  for (const [index, start] of sorted.entries()) yield bytes.subarray(start, sorted[index + 1] ?? start);
}

describe('frames', () => {
  test('are the same however the bytes are cut', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), fc.array(fc.nat()), (texts, places) => {
        const bytes = Buffer.concat(texts.map(encodeJsonFrame));
        expect(readAll(cut(bytes, places))).toEqual(texts.map((text) => [FRAME_JSON, text]));
      }),
    );
  });

  test('hold content with the id of its call', () => {
    const frames: unknown[] = [];
    const reader = new FrameReader({
      limitBytes: 64,
      onFrame: (kind, payload) => frames.push(kind, decodeContentPayload(payload)),
    });
    reader.push(encodeContentFrame(0xffff_fffe, Buffer.from('abc')));
    expect(frames).toEqual([FRAME_CONTENT, { callId: 0xffff_fffe, bytes: Buffer.from('abc') }]);
  });

  test('may be as long as the limit', () => {
    expect(readAll([encodeJsonFrame('x'.repeat(16))], 16)).toHaveLength(1);
  });

  test('beyond the limit are refused with their header', () => {
    const header = encodeJsonFrame('x'.repeat(17)).subarray(0, 5);
    expect(() => readAll([header], 16)).toThrow('a frame of 17 bytes');
  });
});
