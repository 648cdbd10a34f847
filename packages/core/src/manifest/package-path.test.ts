import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { posix, win32 } from 'node:path';
import { toCollisionKey, toPackagePath } from './package-path.js';

describe('a path of a manifest', () => {
  test.each([
    ['plugin.js', 'plugin.js'],
    ['./dist/plugin.js', 'dist/plugin.js'],
    ['assets/Größen (1).json', 'assets/Größen (1).json'],
    ['.hidden/..two/a..b', '.hidden/..two/a..b'],
    ['conventions.txt', 'conventions.txt'],
  ])('"%s" is "%s" below the package', (path, below) => {
    expect(toPackagePath(path)).toBe(below);
  });

  test.each([
    '',
    '.',
    './',
    '..',
    '../plugin.js',
    'dist/../../plugin.js',
    'dist/..',
    '/etc/passwd',
    '//host/share',
    './/etc/passwd',
    'dist//plugin.js',
    '././plugin.js',
    'dist\\plugin.js',
    '..\\plugin.js',
    'C:/plugin.js',
    'C:plugin.js',
    'file:///etc/passwd',
    'https://acme.example/plugin.js',
    'plugin.js\u0000.json',
    'plugin\n.js',
    'plugin.js:stream',
    'dist/plug*',
    'dist/nul',
    'CON.js',
    'dist./plugin.js',
    'plugin.js ',
  ])('%j leads out of the package, or might', (path) => {
    expect(toPackagePath(path)).toBeUndefined();
  });

  test('that is taken stays below the package on every system', () => {
    const segment = fc.oneof(
      fc.constantFrom('..', '.', '', 'C:', '\\', 'a', 'con', '%2e%2e'),
      fc.string({ maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 5 }), (segments) => {
        const path = toPackagePath(segments.join('/'));
        fc.pre(path !== undefined);
        expect(posix.resolve('/package', path).startsWith('/package/')).toBe(true);
        expect(win32.resolve('C:\\package', path).startsWith('C:\\package\\')).toBe(true);
      }),
    );
  });

  test('collides with one that differs in case or form only', () => {
    expect(toCollisionKey('Dist/Größe.js')).toBe(toCollisionKey('dist/Gro\u0308ße.js'));
    expect(toCollisionKey('a.js')).not.toBe(toCollisionKey('b.js'));
  });
});
