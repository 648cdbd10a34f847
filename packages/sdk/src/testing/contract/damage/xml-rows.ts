import type { RowFile } from './row-file.js';

/** An element with attributes and without content. */
const LEAF = /<([A-Za-z_][\w.-]*)(?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))+\s*(?:\/>|><\/\1>)/g;

/** An attribute, its name first. */
const ATTRIBUTE = /(\s[\w.:-]+\s*=\s*)(?:"[^"]*"|'[^']*')/g;

/** Finds the rows of an XML file: its leaf elements. */
export function findXmlRows(text: string): RowFile {
  const leaves = Array.from(text.matchAll(LEAF), ({ 0: leaf, index }) => ({
    start: index,
    end: index + leaf.length,
  }));
  return {
    text,
    rows: leaves.map((leaf, index) => ({ ordinal: index + 1, ...leaf })),
    spoils: {
      'attributes that mean nothing': (row) => row.replace(ATTRIBUTE, '$1"???"'),
      'a foreign attribute alone': (row) => `${/^<[\w.-]+/.exec(row)?.[0]} unknown="???"/>`,
    },
    breakOff: (row) => row.slice(0, Math.floor(row.length / 2)),
  };
}
