import { readBlocks, type Block } from '../../docs/guide/read-blocks.ts';

/** One thing that a reader of the page does, or sees. */
export type Step = { readonly section: string } & (
  | { readonly kind: 'command' | 'terminal'; readonly command: string }
  /** `sees`: the lines are what the commands of the block before have printed; `waits`: what the last terminal will print. */
  | { readonly kind: 'sees' | 'waits'; readonly lines: string }
  | { readonly kind: 'changes'; readonly file: string; readonly content: string }
  | { readonly kind: 'writes'; readonly file: string; readonly content: string }
  /** The reader ends what runs in other terminals. */
  | { readonly kind: 'ends' }
);

const SECTION = /^## (.+)$/gm;

/** All that a reader of the page does, in order; what is his own (`yours`) is left out. */
export function readSteps(page: string): Step[] {
  const starts = Array.from(page.matchAll(SECTION), ({ index }) => index);
  return [0, ...starts].flatMap((start, number) => {
    const text = page.slice(start, starts[number]);
    const section = /^## (.+)$/m.exec(text)?.[1] ?? '';
    return readBlocks(text).flatMap((block) => stepsOf(block).map((step) => ({ section, ...step })));
  });
}

type Bare = Step extends infer Each ? (Each extends Step ? Omit<Each, 'section'> : never) : never;

function stepsOf({ language, title, marks, content }: Block): Bare[] {
  if (title !== undefined)
    return language === 'diff'
      ? [{ kind: 'changes', file: title, content }]
      : [{ kind: 'writes', file: title, content }];
  if (language === 'text') return [{ kind: marks.includes('terminal') ? 'waits' : 'sees', lines: content }];
  if (language !== 'sh' || marks.includes('yours')) return [];
  if (marks.includes('terminal')) return [{ kind: 'terminal', command: content.trim() }];
  const commands = splitCommands(content).map((command): Bare => ({ kind: 'command', command }));
  return marks.includes('ends') ? [{ kind: 'ends' }, ...commands] : commands;
}

/** The commands of a block, one a line; a backslash at the end of a line goes on with the next one. */
function splitCommands(content: string): string[] {
  return content
    .split(/(?<!\\)\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
