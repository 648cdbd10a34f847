import { Parser, type Program } from 'acorn';

/** The most words and signs of a script: several times those of a large bundle, and parsed in about half a second. */
const TOKEN_LIMIT = 500_000;

/** Blocks and functions inside each other. Each name is looked up through the blocks around it. */
const SCOPE_LIMIT = 200;

/** What acorn calls at the beginning of each block and function. Its types do not tell. */
const { enterScope } = Parser.prototype as unknown as { enterScope(this: Parser, flags: number): void };

/** A script has more to parse than a host takes the time for. */
export class ScriptTooLarge extends Error {}

/**
 * acorn without the checks whose time grows faster than the script, so that no script keeps the host busy: whether names
 * are declared twice and whether regular expressions are right. The engine of the cell makes them.
 */
class BoundedParser extends Parser {
  declare readonly scopeStack: readonly unknown[];

  enterScope(flags: number): void {
    enterScope.call(this, flags);
    if (this.scopeStack.length > SCOPE_LIMIT) throw new RangeError('nested too deep');
  }

  declareName(): void {
    // Called for each declaration; compares with all names of the scope.
  }

  validateRegExpPattern(): void {
    // Called for each regular expression; tries the ways through its groups.
  }
}

/**
 * Parses one script.
 *
 * @param onComment Told where each comment begins.
 * @throws SyntaxError of acorn with `pos`; ScriptTooLarge; RangeError where it is nested too deep
 */
export function parseBounded(text: string, onComment: (start: number) => void): Program {
  let tokens = 0;
  return BoundedParser.parse(text, {
    ecmaVersion: 'latest',
    sourceType: 'script',
    allowReturnOutsideFunction: true,
    // Refused with a place and a remedy of its own.
    allowImportExportEverywhere: true,
    checkPrivateFields: false,
    onComment: (_isBlock, _text, start) => onComment(start),
    onToken: () => {
      tokens += 1;
      if (tokens > TOKEN_LIMIT) throw new ScriptTooLarge();
    },
  });
}
