import { describe, expect, test } from '@jest/globals';
import type { XmlHandler } from './xml-element.js';
import { XmlReader } from './xml-reader.js';

/** What the reader tells of a document, given in pieces of `size` characters. */
function tell(text: string, size = text.length): string[] {
  const told: string[] = [];
  const handler: XmlHandler = {
    start: ({ name, depth }) => told.push(`start ${name} ${depth}`),
    leaf: ({ name, line, attributes, fault }) =>
      told.push(
        `leaf ${name} line ${line} ${JSON.stringify(attributes)}${fault === undefined ? '' : ` ! ${fault}`}`,
      ),
    end: ({ name }) => told.push(`end ${name}`),
    fault: ({ line, message }) => told.push(`fault line ${line} ${message}`),
  };
  const reader = new XmlReader(handler);
  for (let index = 0; index < text.length; index += size) reader.write(text.slice(index, index + size));
  reader.end();
  return told;
}

describe('XmlReader', () => {
  test('tells of leaves with their attributes and lines, in document order', () => {
    expect(tell('<a>\n <b x="1"/>\r\n <c y="2">\n  <d z="&amp;&#65;"></d>\n </c>\n</a>')).toEqual([
      'start a 1',
      'start b 2',
      'leaf b line 2 {"x":"1"}',
      'start c 2',
      'start d 3',
      'leaf d line 4 {"z":"&A"}',
      'end c',
      'end a',
    ]);
  });

  test('the borders of the pieces mean nothing', () => {
    const text = '<a>\r\n<b x="1 &lt; 2" />\r\n</c><b <b y="2"/>\r\n<!-- c --><b z="é"/></a>\r\n';
    const whole = tell(text);
    for (const size of [1, 2, 3, 5, 7]) expect(tell(text, size)).toEqual(whole);
  });

  test('a broken tag costs its own element and no other', () => {
    expect(tell('<a>\n<b x="1" <b x="2"/>\n<b x="3/>\n<b x="5"/></a>')).toEqual([
      'start a 1',
      'leaf b line 2 {} ! another element begins inside its tag',
      'start b 2',
      'leaf b line 2 {"x":"2"}',
      'leaf b line 3 {} ! another element begins inside its tag',
      'start b 2',
      'leaf b line 4 {"x":"5"}',
      'end a',
    ]);
  });

  test('a tag that ends in spite of a fault keeps it', () => {
    const told = tell('<a><b x="1" x="2"/><b y="1"z="2"/><b z="&nosuch;"/><b w="3"/></a>');
    expect(told.filter((line) => line.startsWith('leaf'))).toEqual([
      'leaf b line 1 {"x":"2"} ! duplicate attribute: x',
      'leaf b line 1 {"y":"1","z":"2"} ! no whitespace between attributes',
      'leaf b line 1 {"z":"&nosuch;"} ! undefined entity',
      'leaf b line 1 {"w":"3"}',
    ]);
  });

  test('a bare ampersand is an ampersand', () => {
    const text = '<a><b x="R&D; &amp; S&P 500 &"/><b y="1;2"/></a>';
    expect(tell(text)).toContain('leaf b line 1 {"x":"R&D; & S&P 500 &"} ! undefined entity');
    expect(tell(text.replace('D; ', 'D '))).toContain('leaf b line 1 {"x":"R&D & S&P 500 &"}');
    for (const size of [1, 2, 3, 5, 7]) expect(tell(text, size)).toEqual(tell(text));
  });

  test('a document that ends too early ends what is open', () => {
    expect(tell('<a><s>\n<b x="1"/>\n<b x="2')).toEqual([
      'start a 1',
      'start s 2',
      'start b 3',
      'leaf b line 2 {"x":"1"}',
      'leaf b line 3 {} ! the file ends inside this element',
      'fault line 3 the file ends inside s',
      'end s',
      'end a',
    ]);
  });

  test('an end tag that belongs to nothing ends nothing', () => {
    expect(tell('<a><s>\n<b x="1"/></c>\n<b x="2"/></s></a></d>')).toEqual([
      'start a 1',
      'start s 2',
      'start b 3',
      'leaf b line 2 {"x":"1"}',
      'fault line 2 unmatched closing tag: c',
      'start b 3',
      'leaf b line 3 {"x":"2"}',
      'end s',
      'fault line 3 unmatched closing tag: d',
      'end a',
    ]);
  });

  test('an element that never ends, ends with the one around it', () => {
    expect(tell('<a><s>\n<b x="1">\n<b x="2"/></s><s/></a>')).toEqual([
      'start a 1',
      'start s 2',
      'start b 3',
      'start b 4',
      'leaf b line 3 {"x":"2"}',
      'fault line 3 b never ends',
      'end b',
      'end s',
      'start s 2',
      'leaf s line 3 {}',
      'end a',
    ]);
  });

  test('text that is no XML is a fault and no element', () => {
    expect(tell('hello')).toEqual([
      'fault line 1 text data outside of root node',
      'fault line 1 document must contain a root element',
    ]);
  });

  test('refuses a DOCTYPE, so that no entity is ever declared', () => {
    const bomb =
      '<!DOCTYPE a [<!ENTITY x "y"><!ENTITY z SYSTEM "file:///etc/passwd">]><a><b c="&x;&z;"/></a>';
    expect(() => tell(bomb)).toThrow(expect.objectContaining({ code: 'UNSUPPORTED_FORMAT' }));
  });

  test('refuses a tag that never ends', () => {
    const reader = new XmlReader({ start: () => {}, leaf: () => {}, end: () => {}, fault: () => {} });
    reader.write('<a><b x="');
    const piece = 'x'.repeat(1_000_000);
    const feed = (): void => {
      for (let index = 0; index < 17; index += 1) reader.write(piece);
    };
    expect(feed).toThrow(expect.objectContaining({ code: 'INPUT_TOO_LARGE' }));
  });
});
