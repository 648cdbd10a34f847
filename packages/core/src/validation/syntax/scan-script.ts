import type { Program } from 'acorn';
import type { ProblemCode } from '../../interfaces/problems/problem-code.js';
import { error, warning, type Finding } from '../../manifest/finding.js';
import { positionAt } from '../../manifest/text-position.js';
import { listUses } from './list-uses.js';
import { parseBounded, ScriptTooLarge } from './script-parser.js';
import { SourcePositions } from './source-positions.js';
import { ABSENT_NAMES, type RefusedUse, type SyntaxUse } from './syntax-use.js';

/** A cell evaluates scripts in strict mode, so they are parsed so. */
const STRICT = '"use strict";';

const REFUSED: Readonly<Record<RefusedUse, { what: string; remedy?: string }>> = {
  module: { what: 'import or export statements' },
  'import()': { what: 'import()' },
  'import.meta': { what: 'import.meta' },
  eval: { what: 'eval()', remedy: 'Say it in code.' },
  Function: { what: 'Function() with code in a text', remedy: 'Say it in code.' },
  'html-comment': { what: 'a comment in the style of HTML' },
};

/** Where a script is from. */
export interface ScriptOrigin {
  readonly file: string;
  readonly sourceMap?: Uint8Array | undefined;
}

/**
 * Finds what a cell refuses or does not have, in the syntax tree of a script: words in texts and comments, properties and
 * names of the script's own never count. Code that hides what it does is not found; the cell refuses it all the same.
 */
export function scanScript(script: string, origin: ScriptOrigin): readonly Finding[] {
  const comments: SyntaxUse[] = [];
  try {
    const program = parseScript(script, (comment) => comments.push(comment));
    return describeUses([...comments, ...listUses(program)], script, origin);
  } catch (thrown) {
    return [describeFailure(thrown, script, origin)];
  }
}

function parseScript(script: string, report: (use: SyntaxUse) => void): Program {
  return parseBounded(STRICT + script, (start) => {
    if (script[start - STRICT.length] !== '/')
      report({ kind: 'refused', use: 'html-comment', offset: start });
  });
}

/** One finding for each thing that is used, at its first place. */
function describeUses(uses: readonly SyntaxUse[], script: string, origin: ScriptOrigin): readonly Finding[] {
  const positions = new SourcePositions(uses.length === 0 ? undefined : origin.sourceMap);
  const groups = Map.groupBy(uses, nameOf);
  return [...groups.values()].flatMap(([first, ...more]) => {
    if (first === undefined) return [];
    const position = positionAt(script, first.offset - STRICT.length);
    const source = positions.find(position);
    const times = more.length === 0 ? '' : ` ${more.length + 1} times`;
    const where = source === undefined ? '' : `; it comes from ${source}`;
    return [describeUse(first, `${times}${where}`, { file: origin.file, ...position })];
  });
}

function describeUse(use: SyntaxUse, more: string, place: Finding['place']): Finding {
  if (use.kind === 'refused') {
    const { what, remedy } = REFUSED[use.use];
    return error('SYNTAX_REFUSED', `The script uses ${what}${more}.`, place, remedy);
  }
  const code: ProblemCode = 'SYNTAX_SUSPICIOUS';
  if (use.kind === 'escape') {
    const message = `The script asks for the constructor of a constructor${more}; it gets nothing of the host.`;
    return warning(code, message, place);
  }
  return warning(
    code,
    `The script uses "${use.name}"${more}; a cell has none.`,
    place,
    ABSENT_NAMES.get(use.name),
  );
}

function nameOf(use: SyntaxUse): string {
  if (use.kind === 'escape') return use.kind;
  return use.kind === 'refused' ? `refused ${use.use}` : use.name;
}

/** acorn names the offset of a syntax error; without one the script was too deep for it. */
function describeFailure(thrown: unknown, script: string, { file }: ScriptOrigin): Finding {
  if (typeof thrown === 'object' && thrown !== null && 'pos' in thrown && 'message' in thrown) {
    const position = positionAt(script, Number(thrown.pos) - STRICT.length);
    const said = String(thrown.message).replace(/ \(\d+:\d+\)$/, '');
    return error('SYNTAX_INVALID', `The script cannot be parsed: ${said}.`, { file, ...position });
  }
  const how = thrown instanceof ScriptTooLarge ? 'too large' : 'nested too deep';
  return error('SYNTAX_REFUSED', `The script is ${how} to be checked.`, { file });
}
