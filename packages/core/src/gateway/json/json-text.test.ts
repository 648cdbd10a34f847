import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parsePointer } from './json-pointer.js';
import { JsonText } from './json-text.js';
import { placeMember } from './place-member.js';

const tokens = (pointer: string) => parsePointer(pointer) ?? [];
const find = (text: string, pointer: string) => {
  const span = new JsonText(text).find(tokens(pointer));
  return span === undefined ? undefined : text.slice(span.start, span.end);
};

describe('a pointer', () => {
  test.each([
    ['/a', ['a']],
    ['/a/0/b', ['a', '0', 'b']],
    ['/a~1b/m~0n/~01', ['a/b', 'm~n', '~1']],
    ['/', ['']],
  ])('%s is %j', (pointer, expected) => {
    expect(parsePointer(pointer)).toEqual(expected);
  });

  test.each(['', 'a', '#/a', '/a~', '/a~2', '/__proto__/a', '/a/constructor', '/prototype'])(
    'is not %j',
    (pointer) => {
      expect(parsePointer(pointer)).toBeUndefined();
    },
  );
});

describe('a JSON text', () => {
  const text = ' {"a" : [1.0, {"b\\u0063":"x\\"]}"} , -2e5 ],\n"d":{ } , "":null}';

  test.each([
    ['/a/0', '1.0'],
    ['/a/1/bc', '"x\\"]}"'],
    ['/a/2', '-2e5'],
    ['/a/3', undefined],
    ['/a/-', undefined],
    ['/a/00', undefined],
    ['/d', '{ }'],
    ['/', 'null'],
    ['/d/e', undefined],
    ['/a/0/x', undefined],
  ])('has at %s %s', (pointer, expected) => {
    expect(find(text, pointer)).toBe(expected);
  });

  test.each(['', '{', '{"a":1,}', '\ufeff{}', '{}x', "{'a':1}", '/**/{}', '01'])('is not %j', (bad) => {
    expect(() => new JsonText(bad)).toThrow('no JSON text');
  });

  test('with a key twice on the way is refused, and elsewhere is not looked at', () => {
    expect(() => find('{"a":1,"\\u0061":2}', '/a')).toThrow('twice');
    expect(find('{"b":{"a":1,"a":2},"c":3}', '/c')).toBe('3');
  });

  test('of hundreds of levels is refused in a message', () => {
    const deep = `{"a":${'['.repeat(500)}${']'.repeat(500)}}`;
    expect(() => find(deep, '/a')).toThrow('nested');
  });

  test('finds whatever JSON.parse finds', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 })), fc.nat(4), (value, spaces) => {
        fc.pre(!Object.hasOwn(value, '__proto__'));
        const written = JSON.stringify(value, undefined, spaces);
        for (const [key, expected] of Object.entries(value)) {
          const json = new JsonText(written);
          const span = json.find([key]);
          expect(span === undefined ? 'missing' : json.valueOf(span)).toEqual(
            JSON.parse(JSON.stringify(expected)),
          );
        }
      }),
    );
  });
});

describe('placing a member', () => {
  test.each([
    ['{}', '/a', '{"a":1}'],
    ['{ }', '/a', '{ "a":1}'],
    ['{"n":1.00, "big":12345678901234567890}', '/a', '{"n":1.00, "big":12345678901234567890,"a":1}'],
    ['{"l":[{"x":"}"}]}', '/l/0/a~1"', '{"l":[{"x":"}","a/\\"":1}]}'],
  ])('changes %s at %s into %s', (text, pointer, expected) => {
    expect(placeMember(text, tokens(pointer), '1')).toBe(expected);
  });

  test.each([
    ['{"a":null}', '/a'],
    ['{"l":[1]}', '/l/0'],
    ['{"l":[1]}', '/l/1'],
    ['{"l":[1]}', '/l/-'],
    ['{"l":[{}]}', '/l/1/a'],
    ['[]', '/a'],
    ['"text"', '/a'],
    ['{}', '/b/a'],
    ['{"b":1,"b":{}}', '/b/a'],
    ['not json', '/a'],
  ])('is refused in %s at %s', (text, pointer) => {
    expect(() => placeMember(text, tokens(pointer), '1')).toThrow(
      expect.objectContaining({ name: 'JsonTextError' }),
    );
  });
});
