import type { OutgoingRequest } from '../outgoing-request.js';
import { toPercent } from '../percent.js';

/** The request with the one segment that the plugin wrote as `{name}` replaced. */
export function placeSegment(
  request: OutgoingRequest,
  name: string,
  value: string,
): OutgoingRequest | string {
  const segments = request.url.pathname.split('/');
  const marks = [`{${name}}`, `%7B${name}%7D`];
  const places = segments.flatMap((segment, index) => (marks.includes(segment) ? [index] : []));
  if (places.length !== 1) return `The path must have the segment {${name}} once.`;
  // Both are steps of a path, also where they are percent-encoded.
  if (value === '' || value === '.' || value === '..') return `The value is no segment of a path.`;
  return withPath(
    request,
    segments
      .map((segment, index) => (places.includes(index) ? toPercent(Buffer.from(value)) : segment))
      .join('/'),
  );
}

/** The request with `;name=value` behind the last segment of its path. */
export function placeMatrix(request: OutgoingRequest, name: string, value: string): OutgoingRequest | string {
  const { pathname } = request.url;
  // `%3B` too, which some servers take for the separator.
  if (/;|%3b/i.test(pathname.slice(pathname.lastIndexOf('/')))) {
    const names = pathname.slice(pathname.lastIndexOf('/')).split(/;|%3b/i).slice(1);
    if (names.some((pair) => decode(pair.split(/=|%3d/i)[0] ?? '') === name))
      return `The plugin wrote ";${name}" into the path itself.`;
  }
  return withPath(request, `${pathname};${toPercent(Buffer.from(name))}=${toPercent(Buffer.from(value))}`);
}

function withPath(request: OutgoingRequest, pathname: string): OutgoingRequest | string {
  const url = new URL(request.url);
  url.pathname = pathname;
  return url.pathname === pathname ? { ...request, url } : 'The path would be read as another one.';
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
