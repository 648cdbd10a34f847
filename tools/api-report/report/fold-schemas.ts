/** A schema as a report declares it. */
interface Schema {
  readonly name: string;
  /** Its type, the first line without the declaration in front of it. */
  readonly lines: readonly string[];
}

const BLOCK = /^export const ([\w$]+): (.+)$/;

/**
 * Zod's types repeat every schema that a schema is made of. The report of a schema says `typeof OtherSchema` where another
 * exported schema of several lines is written out, so that each shape stands in one place.
 */
export function foldSchemas(report: string): string {
  const blocks = report.split('\n\n');
  const schemas = blocks.flatMap(schemaOf).sort(byLengthThenName);
  return blocks.map((block) => schemas.reduce(foldOne, block)).join('\n\n');
}

function schemaOf(block: string): Schema[] {
  const lines = block.split('\n').filter((line) => !line.startsWith('//'));
  const [, name, first] = BLOCK.exec(lines[0] ?? '') ?? [];
  if (name === undefined || first === undefined || lines.length < 3) return [];
  const last = lines.at(-1)?.replace(/;$/, '') ?? '';
  return [{ name, lines: [first, ...lines.slice(1, -1), last] }];
}

/** Longest first, so that what is left of a text is never folded in its middle. */
function byLengthThenName(left: Schema, right: Schema): number {
  return right.lines.length - left.lines.length || left.name.localeCompare(right.name, 'en');
}

function foldOne(block: string, { name, lines }: Schema): string {
  if (block.includes(`export const ${name}: `)) return block;
  let text = block;
  let from = 0;
  for (;;) {
    const at = text.indexOf(`${lines[0]}\n`, from);
    if (at < 0) return text;
    const written = lines.join(`\n${indentationAt(text, at)}`);
    if (text.startsWith(written, at)) {
      const folded = `typeof ${name}`;
      text = text.slice(0, at) + folded + text.slice(at + written.length);
    }
    from = at + 1;
  }
}

function indentationAt(text: string, at: number): string {
  const line = text.slice(text.lastIndexOf('\n', at) + 1, at);
  return /^ */.exec(line)?.[0] ?? '';
}
