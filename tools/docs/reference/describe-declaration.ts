import ts from 'typescript';

/** The longest value that is shown; what is longer is looked up in the source. */
const VALUE_MAX = 400;

/** How an export is declared; absent for those that are nothing but their members. */
export function describeSignature(declaration: ts.Declaration): string | undefined {
  if (ts.isFunctionDeclaration(declaration)) return `function ${nameAndCall(declaration)}`;
  if (ts.isVariableDeclaration(declaration)) return describeConstant(declaration);
  if (ts.isClassDeclaration(declaration)) return describeClass(declaration);
  if (ts.isTypeAliasDeclaration(declaration) && !isInferred(declaration.type)) {
    return sourceOfDeclaration(declaration);
  }
  if (!ts.isInterfaceDeclaration(declaration)) return undefined;
  const isPlain = declaration.typeParameters === undefined && declaration.heritageClauses === undefined;
  return isPlain ? undefined : `interface ${headOf(declaration)}`;
}

/** The type of a member as it is written; of a member of a schema what it has to be. */
export function describeForm(declaration: ts.Declaration): string {
  if (ts.isPropertyAssignment(declaration)) return describeSchema(declaration.initializer);
  if (ts.isShorthandPropertyAssignment(declaration)) return declaration.name.text;
  if (ts.isMethodSignature(declaration) || ts.isMethodDeclaration(declaration)) return callOf(declaration);
  if (ts.isGetAccessor(declaration)) return textOf(declaration.type);
  if (ts.isPropertySignature(declaration) || ts.isPropertyDeclaration(declaration))
    return textOf(declaration.type);
  return '';
}

/** `z.array(MoneySchema).max(64).optional()` is `Money[]`, at most 64. */
function describeSchema(schema: ts.Expression): string {
  if (ts.isIdentifier(schema)) return schema.text.replace(/Schema$/, '');
  if (!ts.isCallExpression(schema) || !ts.isPropertyAccessExpression(schema.expression))
    return textOf(schema);
  const { expression: object, name } = schema.expression;
  const [first] = schema.arguments;
  if (name.text === 'optional') return describeSchema(object);
  if (name.text === 'max' && first !== undefined)
    return `${describeSchema(object)}, at most ${textOf(first)}`;
  if (name.text === 'min' && first !== undefined)
    return `${describeSchema(object)}, at least ${textOf(first)}`;
  if (textOf(object) !== 'z') return describeSchema(object);
  if (name.text === 'array' && first !== undefined) return `${describeSchema(first)}[]`;
  if (name.text === 'enum' && first !== undefined) return `one of ${textOf(first)}`;
  if (name.text === 'literal' && first !== undefined) return textOf(first);
  return first === undefined ? name.text : textOf(schema);
}

function describeConstant(declaration: ts.VariableDeclaration): string {
  const name = declaration.name.getText();
  if (declaration.type !== undefined) return `const ${name}: ${textOf(declaration.type)}`;
  const value = textOf(declaration.initializer);
  return value.length > VALUE_MAX ? `const ${name}` : `const ${name} = ${value}`;
}

function describeClass(declaration: ts.ClassDeclaration): string {
  const made = declaration.members.find(ts.isConstructorDeclaration);
  const call = made === undefined ? '' : `\nnew ${declaration.name?.text ?? ''}${callOf(made)}`;
  return `class ${headOf(declaration)}${call}`;
}

function headOf(declaration: ts.ClassDeclaration | ts.InterfaceDeclaration): string {
  const heritage = declaration.heritageClauses?.map((clause) => ` ${textOf(clause)}`).join('') ?? '';
  return `${declaration.name?.text ?? ''}${parametersOf(declaration)}${heritage}`;
}

function nameAndCall(declaration: ts.FunctionDeclaration): string {
  return `${declaration.asteriskToken === undefined ? '' : '* '}${declaration.name?.text ?? ''}${callOf(declaration)}`;
}

function callOf(declaration: ts.SignatureDeclaration): string {
  const parameters = declaration.parameters.map(textOf).join(', ');
  const answer = declaration.type === undefined ? '' : `: ${textOf(declaration.type)}`;
  return `${parametersOf(declaration)}(${parameters})${answer}`;
}

function parametersOf({
  typeParameters,
}: ts.SignatureDeclaration | ts.ClassDeclaration | ts.InterfaceDeclaration) {
  return typeParameters === undefined ? '' : `<${typeParameters.map(textOf).join(', ')}>`;
}

function isInferred(type: ts.TypeNode): boolean {
  return /^z\.infer</.test(type.getText());
}

/** The source as it stands, comments included, without the words in front that say that it is exported. */
export function sourceOfDeclaration(node: ts.Node): string {
  return node.getText().replace(/^(?:export |declare )+/, '');
}

/** The source without its line ends and comments. */
function textOf(node: ts.Node | undefined): string {
  if (node === undefined) return '';
  return node
    .getText()
    .replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
    .replace(/\s+/g, ' ')
    .trim();
}
