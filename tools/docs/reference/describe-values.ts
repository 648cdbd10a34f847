import ts from 'typescript';

/** `type Part = 'method' | 'url'` for a type that is declared as the values of a list; undefined for others. */
export function describeValues(checker: ts.TypeChecker, declaration: ts.Declaration): string | undefined {
  if (!ts.isTypeAliasDeclaration(declaration)) return undefined;
  const values = valuesOf(checker, declaration.type);
  return values === undefined ? undefined : `type ${declaration.name.text} = ${values.join(' | ')}`;
}

/** In the order of the list: the compiler's own depends on what it has read before. */
function valuesOf(checker: ts.TypeChecker, type: ts.TypeNode): string[] | undefined {
  if (!ts.isIndexedAccessTypeNode(type)) return undefined;
  const list = ts.isParenthesizedTypeNode(type.objectType) ? type.objectType.type : type.objectType;
  if (!ts.isTypeQueryNode(list)) return undefined;
  const symbol = checker.getSymbolAtLocation(list.exprName);
  const isAlias = symbol !== undefined && (symbol.flags & ts.SymbolFlags.Alias) !== 0;
  const declared = (isAlias ? checker.getAliasedSymbol(symbol) : symbol)?.valueDeclaration;
  if (declared === undefined || !ts.isVariableDeclaration(declared)) return undefined;
  const { initializer } = declared;
  if (initializer === undefined || !ts.isAsExpression(initializer)) return undefined;
  if (!ts.isArrayLiteralExpression(initializer.expression)) return undefined;
  const { elements } = initializer.expression;
  return elements.every(ts.isStringLiteral) ? elements.map((element) => element.getText()) : undefined;
}
