/** What an emulator answers to one request. `content-length` and `date` are added when it is sent. */
export interface Answer {
  readonly status: number;
  /** Names in lower case; a list is sent as several header lines, such as those of `set-cookie`. */
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: Uint8Array;
}

/** What an answer has beside its body. */
export interface AnswerOptions {
  /** 200 unless told. */
  readonly status?: number;
  readonly headers?: Answer['headers'];
}

/** An answer of JSON. Numbers are printed as JavaScript does; where digits count, give `text` the JSON itself. */
export function json(value: unknown, options: AnswerOptions = {}): Answer {
  return answer(JSON.stringify(value), 'application/json; charset=utf-8', options);
}

/** An answer of plain text; a `content-type` in the headers makes it something else, such as CSV. */
export function text(body: string, options: AnswerOptions = {}): Answer {
  return answer(body, 'text/plain; charset=utf-8', options);
}

/** An answer of HTML. */
export function html(body: string, options: AnswerOptions = {}): Answer {
  return answer(body, 'text/html; charset=utf-8', options);
}

/** An answer of XML. */
export function xml(body: string, options: AnswerOptions = {}): Answer {
  return answer(body, 'text/xml; charset=utf-8', options);
}

/** An answer of bytes, such as an archive; the headers name their type. */
export function bytes(body: Uint8Array, options: AnswerOptions = {}): Answer {
  return { status: options.status ?? 200, headers: options.headers ?? {}, body };
}

/** An answer without a body. */
export function empty(options: AnswerOptions = {}): Answer {
  return bytes(new Uint8Array(), options);
}

function answer(body: string, type: string, { status = 200, headers }: AnswerOptions): Answer {
  return { status, headers: { 'content-type': type, ...headers }, body: Buffer.from(body, 'utf8') };
}
