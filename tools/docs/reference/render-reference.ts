import { basename } from 'node:path';
import { besideDraft } from './beside-draft.ts';
import type { DocumentedExport, DocumentedMember } from './documented-export.ts';
import type { ReferencePage } from './reference-pages.ts';

/** A page of the reference: each export with its docstring, declaration and members. */
export function renderReference(page: ReferencePage, exports: readonly DocumentedExport[]): string {
  const from =
    page.subpath === '.' ? `@bourse/${page.package}` : `@bourse/${page.package}${page.subpath.slice(1)}`;
  return [
    `# ${page.title}`,
    '',
    `${page.about} Import from \`${from}\`. This page is generated from the docstrings; run \`npm run docs\`.`,
    '',
    ...exports.map((shown) => besideDraft(shown, exports)).flatMap(renderExport),
  ].join('\n');
}

/** The list of all pages. */
export function renderIndex(pages: readonly ReferencePage[]): string {
  return [
    '# Reference',
    '',
    'Everything that plugins are written with, generated from the docstrings; run `npm run docs`.',
    '',
    ...pages.map((page) => `- [${page.title}](${basename(page.path)}): ${page.about}`),
    '',
  ].join('\n');
}

function renderExport({
  name,
  schema,
  text,
  notes,
  deprecated,
  signature,
  members,
}: DocumentedExport): string[] {
  return [
    `## ${name}`,
    '',
    ...paragraphs(deprecated === undefined ? undefined : `**Deprecated** ${deprecated}`),
    ...paragraphs(text),
    ...notes.flatMap(paragraphs),
    ...(signature === undefined ? [] : ['```ts', signature, '```', '']),
    ...renderMembers(members),
    ...paragraphs(schema === undefined ? undefined : `Schema: \`${schema}\`.`),
  ];
}

function paragraphs(text: string | undefined): string[] {
  return text === undefined || text === '' ? [] : [text, ''];
}

function renderMembers(members: readonly DocumentedMember[]): string[] {
  if (members.length === 0) return [];
  return ['| member | form | meaning |', '| --- | --- | --- |', ...members.map(renderMember), ''];
}

function renderMember({ name, isOptional, form, text, deprecated }: DocumentedMember): string {
  const meaning = deprecated === undefined ? text : `**Deprecated** ${deprecated} ${text}`;
  return `| \`${name}${isOptional ? '?' : ''}\` | ${form === '' ? '' : `\`${cell(form)}\``} | ${cell(meaning)} |`;
}

function cell(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim();
}
