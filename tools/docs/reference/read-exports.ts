import ts from 'typescript';
import { createSourceProgram, sourceOf } from '../../api-report/extract/working-tree.ts';
import { describeForm, describeSignature, sourceOfDeclaration } from './describe-declaration.ts';
import { describeValues } from './describe-values.ts';
import type { DocumentedExport, DocumentedMember } from './documented-export.ts';

/** What entry points export, with the words of their docstrings. */
export class ExportReader {
  readonly #program = createSourceProgram({ noEmit: true });
  readonly #checker = this.#program.getTypeChecker();

  /** The exports of an entry point in the order of its index. */
  read(name: string, subpath: string): DocumentedExport[] {
    const source = this.#program.getSourceFile(sourceOf(name, subpath));
    const module = source === undefined ? undefined : this.#checker.getSymbolAtLocation(source);
    if (module === undefined) throw new Error(`${sourceOf(name, subpath)} is no module`);
    return readModule(this.#checker, module);
  }
}

/** The exports of a module in the order in which it names them. */
export function readModule(checker: ts.TypeChecker, module: ts.Symbol): DocumentedExport[] {
  const symbols = new Map(
    checker.getExportsOfModule(module).map((symbol) => [symbol.name, resolve(checker, symbol)]),
  );
  return [...symbols].flatMap(([name, symbol]) => {
    const typeName = name.replace(/Schema$/, '');
    if (typeName !== name && symbols.has(typeName)) return [];
    const schema = symbols.get(`${name}Schema`) ?? schemaBeside(checker, symbol, name);
    return [describeExport(checker, name, symbol, schema)];
  });
}

function resolve(checker: ts.TypeChecker, symbol: ts.Symbol): ts.Symbol {
  return (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol);
}

/** The schema of a type that is exported without it, in the same file. */
function schemaBeside(checker: ts.TypeChecker, symbol: ts.Symbol, name: string): ts.Symbol | undefined {
  const source = symbol.declarations?.[0]?.getSourceFile();
  const module = source === undefined ? undefined : checker.getSymbolAtLocation(source);
  return module?.exports?.get(ts.escapeLeadingUnderscores(`${name}Schema`));
}

function describeExport(
  checker: ts.TypeChecker,
  name: string,
  symbol: ts.Symbol,
  schema: ts.Symbol | undefined,
): DocumentedExport {
  const declaration = symbol.declarations?.[0];
  if (declaration === undefined) throw new Error(`${name} has no declaration`);
  const sources = schema === undefined ? [symbol] : [symbol, schema];
  const members = membersOf(checker, symbol);
  const signature =
    describeValues(checker, declaration) ??
    describeSignature(declaration) ??
    (members.length > 0 ? undefined : initializerOf(schema));
  return {
    name,
    file: declaration.getSourceFile().fileName.replace(/^.*\/packages\/(\w+)\/src\//, '$1/'),
    text: sources.map((source) => textOf(checker, source)).find((text) => text !== '') ?? '',
    notes: sources.flatMap((source) => notesOf(checker, source)),
    members,
    ...(schema === undefined ? {} : { schema: schema.name }),
    ...(signature === undefined ? {} : { signature }),
    ...deprecationOf(checker, symbol),
  };
}

/** What a type is inferred from that has no members of its own, such as a union. */
function initializerOf(schema: ts.Symbol | undefined): string | undefined {
  const declaration = schema?.valueDeclaration;
  if (declaration === undefined || !ts.isVariableDeclaration(declaration)) return undefined;
  return declaration.initializer === undefined ? undefined : sourceOfDeclaration(declaration.initializer);
}

function membersOf(checker: ts.TypeChecker, symbol: ts.Symbol): DocumentedMember[] {
  const hasMembers = ts.SymbolFlags.Interface | ts.SymbolFlags.Class | ts.SymbolFlags.TypeAlias;
  if ((symbol.flags & hasMembers) === 0) return [];
  const type = checker.getDeclaredTypeOfSymbol(symbol);
  if (
    !(type.flags & ts.TypeFlags.Object) ||
    checker.getSignaturesOfType(type, ts.SignatureKind.Call).length > 0
  )
    return [];
  const home = symbol.declarations?.[0]?.getSourceFile().fileName ?? '';
  return checker
    .getPropertiesOfType(type)
    .flatMap((member) => {
      const declaration = member.declarations?.[0];
      return declaration === undefined || !isShown(declaration) ? [] : [{ member, declaration }];
    })
    .sort((left, right) => compareInSource(left.declaration, right.declaration, home))
    .map(({ member, declaration }) => describeMember(checker, member, declaration));
}

function describeMember(
  checker: ts.TypeChecker,
  member: ts.Symbol,
  declaration: ts.Declaration,
): DocumentedMember {
  return {
    name: member.name,
    isOptional: (member.flags & ts.SymbolFlags.Optional) !== 0,
    form: describeForm(declaration),
    text: textOf(checker, member),
    ...deprecationOf(checker, member),
  };
}

/** As the source has them, those of the export's own file first: the compiler's order depends on what it read before. */
function compareInSource(left: ts.Declaration, right: ts.Declaration, home: string): number {
  const [leftFile, rightFile] = [left, right].map((declaration) => declaration.getSourceFile().fileName);
  if (leftFile === rightFile) return left.pos - right.pos;
  if (leftFile === home || rightFile === home) return leftFile === home ? -1 : 1;
  return (leftFile ?? '').localeCompare(rightFile ?? '', 'en');
}

/** Neither inherited from a library nor private. */
function isShown(declaration: ts.Declaration): boolean {
  if (declaration.getSourceFile().fileName.includes('/node_modules/')) return false;
  const name = ts.getNameOfDeclaration(declaration);
  return name === undefined || !ts.isPrivateIdentifier(name);
}

function textOf(checker: ts.TypeChecker, symbol: ts.Symbol): string {
  const text = ts.displayPartsToString(symbol.getDocumentationComment(checker));
  return text.replace(/\{@link ([\w.]+)\}/g, '`$1`').trim();
}

function notesOf(checker: ts.TypeChecker, symbol: ts.Symbol): string[] {
  return symbol
    .getJsDocTags(checker)
    .filter(({ name }) => name !== 'deprecated')
    .map(({ name, text }) => renderTag(name, ts.displayPartsToString(text).trim()));
}

function renderTag(name: string, text: string): string {
  return name === 'example' ? ['```ts', text, '```'].join('\n') : `*${name}*: ${text}`;
}

function deprecationOf(checker: ts.TypeChecker, symbol: ts.Symbol): { deprecated?: string } {
  const tag = symbol.getJsDocTags(checker).find(({ name }) => name === 'deprecated');
  return tag === undefined ? {} : { deprecated: ts.displayPartsToString(tag.text).trim() };
}
