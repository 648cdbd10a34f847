import type { FlexElement } from '../life/element.js';
import { formatDates } from './date-format.js';
import { escapeXml } from './escape-xml.js';
import type { FlexQuery } from './flex-settings.js';

/** Elements that every query has, whatever the user chose. */
const FRAME = new Set(['FlexQueryResponse', 'FlexStatements', 'FlexStatement']);

/** The document of a query: its sections, its columns and its way of writing dates. */
export function renderStatement(life: FlexElement, query: FlexQuery): string {
  const root = { ...life, attributes: { ...life.attributes, queryName: query.name } };
  return `${render(root, query)}\n`;
}

function render({ name, attributes, children }: FlexElement, query: FlexQuery): string {
  const columns = query.columns?.[name];
  const shown = Object.entries(attributes)
    .filter(([column]) => columns?.includes(column) !== false)
    .map(([column, text]) => ` ${column}="${escapeXml(formatDates(column, text, query.format))}"`);
  const inner = children.filter((child) => name !== 'FlexStatement' || isChosen(child.name, query));
  if (inner.length === 0 && !FRAME.has(name)) return `<${name}${shown.join('')} />`;
  return [`<${name}${shown.join('')}>`, ...inner.map((child) => render(child, query)), `</${name}>`].join(
    '\n',
  );
}

function isChosen(section: string, { sections }: FlexQuery): boolean {
  return sections?.includes(section) !== false;
}
