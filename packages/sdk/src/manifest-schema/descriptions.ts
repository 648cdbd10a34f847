/** What an editor says about the fields of plugin.json, by path. */
export const DESCRIPTIONS: Readonly<Record<string, string>> = {
  $schema: 'Where this schema lies, for the editor.',
  id: 'The package name without its prefix, in kebab-case: "acme" for @acme/plugin-acme and for bourse-plugin-acme.',
  type: 'What kind of plugin this is. Contract 1.0 serves brokers, 1.1 data providers too; the others are named and refused.',
  institution:
    "Whose accounts these are. Part of every record's identity and shared by forks, so it must never change.",
  api: 'Contract versions that the plugin was built for and claims, as a semver range such as ">=1.0.0 <2.0.0".',
  main: 'The bundled script: "./dist/plugin.js".',
  services: 'The services that activate returns.',
  portfolio:
    '"reported": the plugin offers the portfolio service. "derived": the host derives positions from the records.',
  features: 'Further abilities, as free words.',
  markets: 'Markets that the institution trades on, as ISO 10383 codes such as XAMS.',
  currencies: 'Currencies of the accounts, as ISO 4217 codes such as EUR.',
  statements:
    'What the files look like that the plugin reads. The host shows a file only to plugins whose signature matches.',
  'statements.format':
    'The name of the format, a key of statement.formats in the code. Several signatures may share it.',
  'statements.title': 'What a user calls such a file.',
  'statements.extension': 'The extension of its name, in lower case and without the dot.',
  'statements.headerTokens':
    'Texts that all stand in one line of the first 30 as whole cells (csv), or anywhere in the head (other extensions). Upper and lower case count.',
  'statements.maxBytes': 'The largest file that the reader takes, in bytes.',
  credentials: 'What a user logs in with, by name. The plugin never sees it. Contract 1.1.',
  'credentials.label': 'What a user calls it.',
  'credentials.hint': 'Where the user finds it, step by step.',
  'credentials.secret':
    'Whether it is hidden while it is typed. One of fewer than 8 characters is placed only while the plugin logs in.',
  'credentials.form': 'How it is written, which is checked when it is given.',
  'credentials.optional': 'Whether a connection may do without it.',
  'credentials.once':
    'Whether it is asked for when a login needs it and never kept, such as a code from an app.',
  network: 'Origins that the plugin may reach. Contract 1.1.',
  'network.origin':
    'Scheme and host, for example https://api.acme.example; loopback:5000 is a program on the machine of the user.',
  'network.methods': 'HTTP methods.',
  'network.paths': 'Paths: literal segments, "*" for one segment, a final "**" for the rest.',
  'network.when': 'Tells requests of one path apart by one member; one that does not match has no right.',
  'network.when.in':
    'Where the member is: in the JSON body, the form body, the query or a frame of a WebSocket.',
  'network.when.member': 'A JSON pointer, or the name of a field or parameter.',
  'network.when.values': 'The values that it may have.',
  'network.access': 'Whether the requests read or trade.',
  'network.credentials': 'Names of credentials that may be sent there.',
  'network.scheme': 'Name of the signing scheme.',
  'network.captures': 'Session ids and tokens in answers, which the host keeps and blanks for the plugin.',
  'network.captures.name': 'The name under which placements use it, like a credential.',
  'network.captures.from': 'Where it is: in the JSON body (a pointer), a header or a cookie.',
  'network.captures.steps': 'Signing steps over what was found.',
  'network.captures.keep': 'What is kept of them; without steps it is what was found.',
  'network.captures.proof':
    'What shows that the institution has come to the same value; else the login is refused.',
  'network.captures.proof.json': 'Where it is in the JSON body (a pointer).',
  'network.captures.proof.equals': 'What has to stand there.',
  'network.captures.lifetime': 'Seconds after which it is forgotten.',
  'network.perMinute':
    'Requests a minute that the institution allows toward the origin. Those of all permissions for it count together. Default: the largest of another permission of the origin, else 600.',
  'network.why': 'The reason, in words for the user who approves it.',
  schemes: 'Signing recipes by name. Contract 1.1.',
  'schemes.before': 'What is placed before the steps, which then see it.',
  'schemes.steps': 'What is computed over the request.',
  'schemes.place': 'What is placed after the steps.',
  storage: 'How much the plugin may store, for example 1MiB. Contract 1.1.',
  plugins: 'Plugins that this one depends on: semver range by id.',
  os: 'Operating systems that the plugin runs on; all where it is left out.',
  assets: 'Further files of the package that the host keeps with it.',
  termsNotice:
    "What a user has to know of the institution's terms, for example that there is no official interface.",
};
