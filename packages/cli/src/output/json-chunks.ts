/** How deep arrays and objects are written piece by piece; what lies deeper is one piece. */
const OPEN_LEVELS = 3;

/**
 * Yields the JSON text of a value in pieces, so that a statement of a million records needs no text of its whole size:
 * indented at the top, one record a line.
 */
export function* jsonChunks(value: unknown, level = 0): Generator<string, void, void> {
  if (level < OPEN_LEVELS && Array.isArray(value)) yield* membersOf(value.map(withoutName), level, '[]');
  else if (level < OPEN_LEVELS && isPlainObject(value)) {
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    yield* membersOf(members.map(withName), level, '{}');
  } else yield plainJson(value);
}

interface Member {
  readonly name: string;
  readonly value: unknown;
}

function withoutName(value: unknown): Member {
  return { name: '', value };
}

function withName([name, value]: [string, unknown]): Member {
  return { name: `${plainJson(name)}: `, value };
}

function* membersOf(
  members: readonly Member[],
  level: number,
  brackets: string,
): Generator<string, void, void> {
  if (members.length === 0) return yield brackets;
  const indent = '  '.repeat(level + 1);
  yield brackets.charAt(0);
  for (const [index, { name, value }] of members.entries()) {
    yield `${index === 0 ? '' : ','}\n${indent}${name}`;
    yield* jsonChunks(value, level + 1);
  }
  yield `\n${'  '.repeat(level)}${brackets.charAt(1)}`;
}

/** Characters that JSON allows and a terminal obeys: they are written as escapes, which mean the same. */
const OBEYED = /[\p{C}\p{Zl}\p{Zp}]/gu;

/** JSON text in one piece, in which nothing stands that a terminal obeys. */
export function plainJson(value: unknown): string {
  const text = JSON.stringify(value) ?? 'null';
  return text.replace(OBEYED, (character) =>
    [...Array(character.length).keys()].map((at) => escapeUnit(character, at)).join(''),
  );
}

function escapeUnit(character: string, at: number): string {
  return `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`;
}

function isPlainObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !('toJSON' in value);
}
