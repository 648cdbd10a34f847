import { expect, test } from '@jest/globals';
import { readSteps } from './read-steps.ts';

const block = (info: string, ...lines: string[]): string => ['```' + info, ...lines, '```', ''].join('\n');

test('a page says what its reader does and sees, in order', () => {
  const page = [
    block('sh once', 'install'),
    block('sh yours', 'export A=b'),
    '## Make it',
    block('sh', 'make \\', '  --all', 'use'),
    block('text', 'made'),
    block('diff title=a.txt', '+b'),
    '## Watch it',
    block('sh terminal', 'watch'),
    block('text terminal', 'changed'),
    block('sh ends', 'pack'),
  ].join('\n');
  expect(readSteps(page)).toEqual([
    { section: '', kind: 'command', command: 'install' },
    { section: 'Make it', kind: 'command', command: 'make \\\n  --all' },
    { section: 'Make it', kind: 'command', command: 'use' },
    { section: 'Make it', kind: 'sees', lines: 'made\n' },
    { section: 'Make it', kind: 'changes', file: 'a.txt', content: '+b\n' },
    { section: 'Watch it', kind: 'terminal', command: 'watch' },
    { section: 'Watch it', kind: 'waits', lines: 'changed\n' },
    { section: 'Watch it', kind: 'ends' },
    { section: 'Watch it', kind: 'command', command: 'pack' },
  ]);
});
