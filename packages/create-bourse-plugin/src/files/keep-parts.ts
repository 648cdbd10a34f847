const START = /^\s*(?:\/\/|<!--)#if (!?)([\w-]+)(?:-->)?$/;
const END = /^\s*(?:\/\/|<!--)#end(?:-->)?$/;

/**
 * Leaves out the lines between `//#if <word>` and `//#end` where the word is not wanted (`!<word>`: where it is), and
 * these marks themselves. In Markdown they are comments: `<!--#if <word>-->`.
 */
export function keepParts(text: string, wanted: ReadonlySet<string>): string {
  let isKept = true;
  const lines = text.split('\n').filter((line) => {
    const start = START.exec(line);
    if (start !== null) isKept = wanted.has(start[2] ?? '') !== (start[1] === '!');
    else if (END.test(line)) isKept = true;
    else return isKept;
    return false;
  });
  return lines.join('\n').replace(/\n{3,}/g, '\n\n');
}
