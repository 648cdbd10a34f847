import { expect, test } from '@jest/globals';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from '../root.ts';

const PAGES = [
  'README.md',
  'docs/**/*.md',
  'tools/README.md',
  'packages/*/README.md',
  'packages/core/src/**/README.md',
  'plugins/*/README.md',
];
const LINK = /\]\(([^)\s]+)\)/g;
const CODE = /`[^`\n]*`/g;

const isElsewhere = (target: string): boolean => /^(https?:|mailto:|#)/.test(target);

/** Headings as GitHub makes anchors of them, and anchors that the page sets itself. */
function anchorsOf(page: string): string[] {
  const headings = Array.from(page.matchAll(/^#+ +(.+?) *$/gm), ([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
  return [...headings, ...Array.from(page.matchAll(/<a id="([^"]+)">/g), ([, id = '']) => id)];
}

function isBroken(page: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const target = join(ROOT, dirname(page), path);
  if (!existsSync(target)) return true;
  return anchor !== undefined && !anchorsOf(readFileSync(target, 'utf8')).includes(anchor);
}

test.each(globSync(PAGES, { cwd: ROOT, exclude: ['**/node_modules/**'] }))(
  'every link of %s leads somewhere',
  (page) => {
    const links = Array.from(
      readFileSync(join(ROOT, page), 'utf8').replaceAll(CODE, '').matchAll(LINK),
      ([, link = '']) => link,
    );
    expect(links.filter((link) => !isElsewhere(link) && isBroken(page, link))).toEqual([]);
  },
);
