/** Belts of the gateway that have no switch: places in the built code. */

/** Any address counts as one of the public internet. */
export const ANY_ADDRESS = {
  'core/dist/gateway/address/public-address.js': [
    ['export function isPublicAddress(address) {', 'export function isPublicAddress(address) { return true;'],
  ],
} as const;

/** Answers are given on as they come. */
export const NO_SEARCH = {
  'core/dist/gateway/secret/secret-search.js': [
    ['.filter(({ longest }) => longest > 0)', '.filter(() => false)'],
  ],
} as const;

/** A plugin writes any header that HTTP has. */
export const ANY_HEADER = {
  'core/dist/gateway/request/check-headers.js': [
    ['function isReserved(name) {', 'function isReserved(name) { return false;'],
  ],
} as const;

/** A body may name another method. */
export const ANY_METHOD = {
  'core/dist/gateway/permission/match-request.js': [['if (override !== undefined)', 'if (false)']],
} as const;

/** Paths are taken in whatever spelling they come. */
export const ANY_SPELLING = {
  'core/dist/gateway/permission/target.js': [
    ['function checkPath(text) {', 'function checkPath(text) { return;'],
  ],
} as const;

/** Whatever reading fits is reading, and trading is not looked for. */
export const NO_TRADE_CHECK = {
  'core/dist/gateway/permission/match-request.js': [
    ['tradingOf(granted, target).some(isMeant)', 'false'],
    ['if (isTrade)', 'if (false)'],
  ],
} as const;

/** Where a redirect leads needs no permission of its own: that of the first permission is enough. */
export const ANY_REDIRECT = {
  'core/dist/gateway/request/exchange.js': [
    [
      'matchRequest(context.granted(), target, asked)',
      '(context.granted().map((each) => ({ ...each, pattern: "" }))[0])',
    ],
  ],
} as const;

/** Any port of this machine is reached, whatever listens there. */
export const ANY_PROGRAM = {
  'core/dist/gateway/request/routes.js': [
    [
      'const program = programAt(origin);',
      'const program = programAt(origin) ?? { port: Number(origin.slice(9)), certificate: "any" };',
    ],
    ['if (fingerprintOf(certificate) === program.certificate)', 'if (true)'],
  ],
} as const;

/** What stands behind a `;` in a path is taken as part of a name. */
export const PARAMETERS = {
  'core/dist/gateway/permission/path-pattern.js': [["!found.includes(';')", 'true']],
} as const;

/** A member is looked for in the text of a body, and the first one counts. */
export const FIRST_MEMBER = {
  'core/dist/gateway/permission/discriminate.js': [
    [
      'function memberOf({ in: place, member }, { url, headers, body }) {',
      `function memberOf({ in: place, member }, { url, headers, body }) {
        if (body !== undefined)
          return { text: new RegExp('"' + member.slice(1) + '"\\\\s*:\\\\s*"(\\\\w+)"').exec(Buffer.from(body).toString())?.[1] ?? '' };`,
    ],
  ],
} as const;

/** Of fields with one name the first one counts. */
export const FIRST_PAIR = {
  'core/dist/gateway/permission/pair-member.js': [['alike.length === 1 && only[0] === name', 'true']],
} as const;

/** A socket that may be opened takes any frame. */
export const ANY_FRAME = {
  'core/dist/gateway/socket/gateway-socket.js': [
    [
      'matchFrame(matchSocket(context.granted(), target), target.url, frame)',
      'matchSocket(context.granted(), target).opening',
    ],
  ],
} as const;

/** What was granted is looked at once for each cell. */
export const FIRST_GRANTS = {
  'core/dist/manager/connections/connection-network.js': [
    ['if (revision === this.#revision)', 'if (this.#revision !== undefined)'],
  ],
} as const;

/** Answers are not searched for what schemes made of secrets. */
export const NO_PLACED = {
  'core/dist/gateway/request/exchange.js': [['[...placed, ...taken.secrets]', '[...taken.secrets]']],
} as const;

/** Secrets that are too short to be found are placed all the same. */
export const SHORT_SECRETS = {
  'core/dist/gateway/scheme/prepare.js': [
    ['if (!isLogin && value.secret &&', 'if (false && value.secret &&'],
  ],
} as const;
