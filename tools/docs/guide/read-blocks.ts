/** A fenced block of a page. */
export interface Block {
  /** `sh`, `text`, `ts` … */
  readonly language: string;
  /** The path of a file that the reader writes. */
  readonly title?: string;
  /** Other words of the info string: `yours` for what each reader sets, `network` for what needs a registry. */
  readonly marks: readonly string[];
  readonly content: string;
}

const FENCE = /^```(\S+)(?: (.*))?\n([\s\S]*?)^```$/gm;

/** The fenced blocks of a page in their order. */
export function readBlocks(page: string): Block[] {
  return Array.from(page.matchAll(FENCE), ([, language = '', info = '', content = '']) => {
    const words = info.split(' ').filter((word) => word !== '');
    const title = words.find((word) => word.startsWith('title='))?.slice('title='.length);
    const marks = words.filter((word) => !word.startsWith('title='));
    return { language, ...(title === undefined ? {} : { title }), marks, content };
  });
}
