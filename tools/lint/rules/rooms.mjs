import { posix, sep } from 'node:path';
import { ROOMS, roomOf } from '../rooms.mjs';

const SOURCES = `${sep}packages${sep}core${sep}src${sep}`;

/** Imports inside core follow the table of rooms; the contract imports nothing but zod. */
export const rooms = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      unknown: 'The room "{{room}}" is not in tools/lint/rooms.mjs: say there what it may import.',
      direction:
        '{{from}} may not import {{to}}: rooms of core know only those below them (tools/lint/rooms.mjs), so that each can be read and tested by itself.',
      external:
        'The contract may import zod only, not "{{name}}": hosts, plugins and tools in other places read it.',
    },
  },
  create(context) {
    const path = pathInCore(context.filename);
    const from = path === undefined ? undefined : roomOf(path);
    if (from === undefined) return {};
    if (!Object.hasOwn(ROOMS, from)) {
      return { Program: (node) => context.report({ node, messageId: 'unknown', data: { room: from } }) };
    }
    return onImports((node, name) => checkImport(context, node, { path, from, name }));
  },
};

function checkImport(context, node, { path, from, name }) {
  if (!name.startsWith('.')) {
    if (from === 'interfaces' && name !== 'zod')
      context.report({ node, messageId: 'external', data: { name } });
    return;
  }
  const to = roomOf(posix.join(posix.dirname(path), name)) ?? 'index.ts';
  if (to !== from && !ROOMS[from].includes(to)) {
    context.report({ node, messageId: 'direction', data: { from, to } });
  }
}

function pathInCore(filename) {
  const at = filename.lastIndexOf(SOURCES);
  return at === -1
    ? undefined
    : filename
        .slice(at + SOURCES.length)
        .split(sep)
        .join('/');
}

function onImports(check) {
  const visit = (node) => {
    if (typeof node.source?.value === 'string') check(node.source, node.source.value);
  };
  return {
    ImportDeclaration: visit,
    ImportExpression: visit,
    ExportNamedDeclaration: visit,
    ExportAllDeclaration: visit,
  };
}
