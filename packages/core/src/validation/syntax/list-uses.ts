import type { AnyNode, Expression, MemberExpression, Program, Super } from 'acorn';
import { base, recursive, type RecursiveVisitors, type WalkerCallback } from 'acorn-walk';
import { listNames } from './list-names.js';
import { Scope } from './scope.js';
import { ABSENT_NAMES, type RefusedUse, type SyntaxUse } from './syntax-use.js';

/** A name that is used where only the whole script tells whether it is the script's own. */
interface NamedUse {
  readonly name: string;
  readonly scope: Scope;
  readonly use: SyntaxUse;
}

type Walk = WalkerCallback<Scope>;

/** Lists what a script uses that a cell refuses or does not have. Names that the script declares are its own. */
export function listUses(program: Program): readonly SyntaxUse[] {
  const collector = new UseCollector();
  const outermost = new Scope();
  recursive(program, outermost, collector.visitors);
  return collector.finish();
}

/** The library's walk into the parts of a node, by type of node. */
const descend = base as unknown as Readonly<Record<string, (node: object, scope: Scope, walk: Walk) => void>>;

class UseCollector {
  readonly #certain: SyntaxUse[] = [];
  readonly #named: NamedUse[] = [];

  finish(): readonly SyntaxUse[] {
    const foreign = this.#named.filter(({ name, scope }) => !scope.knows(name)).map(({ use }) => use);
    return [...this.#certain, ...foreign].sort((one, other) => one.offset - other.offset);
  }

  get visitors(): RecursiveVisitors<Scope> {
    return { ...this.#scopeVisitors, ...this.#useVisitors };
  }

  /** Scopes and what is declared in them. */
  get #scopeVisitors(): RecursiveVisitors<Scope> {
    const inBlock = (node: AnyNode, scope: Scope, walk: Walk): void =>
      descend[node.type]?.(node, new Scope(scope, false), walk);
    return {
      BlockStatement: inBlock,
      StaticBlock: inBlock,
      ForStatement: inBlock,
      ForInStatement: inBlock,
      ForOfStatement: inBlock,
      SwitchStatement: inBlock,
      Function: (node, scope, walk) => {
        const inner = new Scope(scope);
        if (node.id) (node.type === 'FunctionDeclaration' ? scope : inner).declare(node.id.name);
        for (const parameter of node.params) for (const name of listNames(parameter)) inner.declare(name);
        descend['Function']?.(node, inner, walk);
      },
      Class: (node, scope, walk) => {
        const inner = new Scope(scope, false);
        if (node.id) (node.type === 'ClassDeclaration' ? scope : inner).declare(node.id.name);
        descend['Class']?.(node, inner, walk);
      },
      CatchClause: (node, scope, walk) => {
        const inner = new Scope(scope, false);
        for (const name of listNames(node.param ?? null)) inner.declare(name);
        descend['CatchClause']?.(node, inner, walk);
      },
      VariableDeclaration: (node, scope, walk) => {
        for (const name of node.declarations.flatMap(({ id }) => listNames(id))) {
          if (node.kind === 'var') scope.declareInFunction(name);
          else scope.declare(name);
        }
        descend['VariableDeclaration']?.(node, scope, walk);
      },
    };
  }

  /** What a cell refuses or does not have. */
  get #useVisitors(): RecursiveVisitors<Scope> {
    const refuse = (use: RefusedUse) => (node: AnyNode, scope: Scope, walk: Walk) => {
      this.#certain.push({ kind: 'refused', use, offset: node.start });
      descend[node.type]?.(node, scope, walk);
    };
    const call = (node: AnyNode & { callee: Expression | Super }, scope: Scope, walk: Walk): void => {
      this.#checkCall(node.callee, node.type === 'NewExpression', scope);
      descend[node.type]?.(node, scope, walk);
    };
    return {
      ImportDeclaration: (node, scope, walk) => {
        for (const { local } of node.specifiers) scope.declare(local.name);
        refuse('module')(node, scope, walk);
      },
      ExportNamedDeclaration: refuse('module'),
      ExportDefaultDeclaration: refuse('module'),
      ExportAllDeclaration: refuse('module'),
      ImportExpression: refuse('import()'),
      MetaProperty: (node, scope, walk) => {
        if (node.meta.name === 'import') refuse('import.meta')(node, scope, walk);
      },
      CallExpression: call,
      NewExpression: call,
      MemberExpression: (node, scope, walk) => {
        this.#checkMember(node, scope);
        descend['MemberExpression']?.(node, scope, walk);
      },
      // Asking whether something is there is what a careful script does.
      UnaryExpression: (node, scope, walk) => {
        if (node.operator === 'typeof' && node.argument.type === 'Identifier') return;
        descend['UnaryExpression']?.(node, scope, walk);
      },
      Identifier: ({ name, start }, scope) => {
        if (ABSENT_NAMES.has(name))
          this.#named.push({ name, scope, use: { kind: 'absent', name, offset: start } });
      },
    };
  }

  #checkCall(callee: Expression | Super, isNew: boolean, scope: Scope): void {
    if (callee.type !== 'Identifier') return;
    const { name, start } = callee;
    if (name !== 'Function' && (name !== 'eval' || isNew)) return;
    this.#named.push({ name, scope, use: { kind: 'refused', use: name, offset: start } });
  }

  #checkMember(node: MemberExpression, scope: Scope): void {
    const property = propertyOf(node);
    const { object, start } = node;
    if (
      property === 'constructor' &&
      object.type === 'MemberExpression' &&
      propertyOf(object) === 'constructor'
    ) {
      this.#certain.push({ kind: 'escape', offset: start });
    }
    if (
      property !== undefined &&
      object.type === 'Identifier' &&
      object.name === 'globalThis' &&
      ABSENT_NAMES.has(property)
    ) {
      this.#named.push({ name: 'globalThis', scope, use: { kind: 'absent', name: property, offset: start } });
    }
  }
}

/** The name of the property that a member expression reads, where the text tells it. */
function propertyOf({ property, computed }: MemberExpression): string | undefined {
  if (!computed) return property.type === 'Identifier' ? property.name : undefined;
  return property.type === 'Literal' && typeof property.value === 'string' ? property.value : undefined;
}
