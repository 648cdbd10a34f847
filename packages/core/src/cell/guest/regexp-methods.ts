const { apply, defineProperty, getPrototypeOf } = Reflect;
const RegularExpression = RegExp;
const { prototype } = RegExp;
const { exec } = prototype;
const native = {
  replace: prototype[Symbol.replace],
  match: prototype[Symbol.match],
  split: prototype[Symbol.split],
};

type Answer = (...values: unknown[]) => unknown;

/** Expressions that find where texts are to be split, by the flags and the source of those that were asked for. */
const splitters = new Map<string, RegExp>();
const SPLITTERS_KEPT = 500;

/**
 * What the language says of replacing, matching and splitting, in terms of `exec`. Once RegExp.prototype is frozen, V8
 * takes a path for its own methods that is up to forty times slower, and only `exec` stays as fast as it was. What is out of
 * the ordinary is left to V8.
 */
export const REGEXP_METHODS = {
  [Symbol.replace](this: RegExp, text: string, replacement: unknown): string {
    if (typeof text !== 'string' || !isOrdinary(this))
      return apply(native.replace, this, [text, replacement]);
    if (typeof replacement === 'function') return replaceByAnswers(this, text, replacement as Answer);
    const by = `${replacement as string}`;
    return by.includes('$') ? apply(native.replace, this, [text, by]) : replaceByText(this, text, by);
  },

  [Symbol.match](this: RegExp, text: string): string[] | null {
    if (typeof text !== 'string' || !isOrdinary(this)) return apply(native.match, this, [text]);
    if (!this.global) return this.exec(text);
    const found: string[] = [];
    this.lastIndex = 0;
    for (let match = this.exec(text); match !== null; match = this.exec(text)) {
      found.push(match[0]);
      if (match[0] === '') this.lastIndex = indexBehind(this, text, this.lastIndex);
    }
    return found.length === 0 ? null : found;
  },

  [Symbol.split](this: RegExp, text: string, limit?: number): string[] {
    if (typeof text !== 'string' || limit !== undefined || !isOrdinary(this))
      return apply(native.split, this, [text, limit]);
    return splitBy(splitterOf(this), text);
  },
};

/** Puts them in the place of V8's methods. Has to run before the intrinsics are frozen. */
export function installRegexpMethods(): void {
  for (const key of [Symbol.replace, Symbol.match, Symbol.split] as const)
    defineProperty(prototype, key, { value: REGEXP_METHODS[key] });
}

function isOrdinary(expression: RegExp): boolean {
  return getPrototypeOf(expression) === prototype && expression.exec === exec;
}

function replaceByText(expression: RegExp, text: string, by: string): string {
  const { global } = expression;
  if (global) expression.lastIndex = 0;
  let result = '';
  let end = 0;
  for (let match = expression.exec(text); match !== null; match = expression.exec(text)) {
    result += text.slice(end, match.index) + by;
    end = match.index + match[0].length;
    if (!global) break;
    if (match[0] === '') expression.lastIndex = indexBehind(expression, text, expression.lastIndex);
  }
  return result + text.slice(end);
}

/** All places are found before the function is asked for the first time: it may use the same expression. */
function replaceByAnswers(expression: RegExp, text: string, answer: Answer): string {
  let result = '';
  let end = 0;
  for (const match of matchesOf(expression, text)) {
    const { index, groups } = match;
    const values: unknown[] = [...match, index, text];
    if (groups !== undefined) values.push(groups);
    result += `${text.slice(end, index)}${apply(answer, undefined, values) as string}`;
    end = index + match[0].length;
  }
  return result + text.slice(end);
}

function matchesOf(expression: RegExp, text: string): RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  const { global } = expression;
  if (global) expression.lastIndex = 0;
  for (let match = expression.exec(text); match !== null; match = expression.exec(text)) {
    matches.push(match);
    if (!global) break;
    if (match[0] === '') expression.lastIndex = indexBehind(expression, text, expression.lastIndex);
  }
  return matches;
}

function splitBy(splitter: RegExp, text: string): string[] {
  splitter.lastIndex = 0;
  if (text === '') return splitter.exec(text) === null ? [text] : [];
  const parts: string[] = [];
  let end = 0;
  for (let match = splitter.exec(text); match !== null; match = splitter.exec(text)) {
    const { index } = match;
    if (index >= text.length) break;
    if (splitter.lastIndex === end) {
      // Nothing between two parts, and nothing in the first of them.
      splitter.lastIndex = indexBehind(splitter, text, index);
      continue;
    }
    parts.push(text.slice(end, index));
    end = splitter.lastIndex;
    for (let group = 1; group < match.length; group += 1) parts.push(match[group] as string);
  }
  parts.push(text.slice(end));
  return parts;
}

/** The same expression, looking on from where it found something. */
function splitterOf(expression: RegExp): RegExp {
  // Read once: a plugin may have put properties of its own in their place.
  const source = `${expression.source}`;
  const flags = `${expression.flags}`;
  const key = `${flags}/${source}`;
  const known = splitters.get(key);
  if (known !== undefined) return known;
  if (splitters.size >= SPLITTERS_KEPT) splitters.clear();
  const splitter = new RegularExpression(source, `${flags.replace(/[gy]/g, '')}g`);
  splitters.set(key, splitter);
  return splitter;
}

/** The index of the next character, which has two units where the expression knows of such. */
function indexBehind({ unicode, unicodeSets }: RegExp, text: string, index: number): number {
  const isPair = (unicode || unicodeSets) && (text.codePointAt(index) ?? 0) > 0xffff;
  return index + (isPair ? 2 : 1);
}
