/** What an editor says about the fields of plugin.json, by path. */
export const DESCRIPTIONS: Readonly<Record<string, string>> = {
  $schema: 'Where this schema lies, for the editor.',
  id: 'The package name without its prefix, in kebab-case: "acme" for @acme/plugin-acme and for bourse-plugin-acme.',
  type: 'What kind of plugin this is. Contract 1.0 serves brokers.',
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
  credentials: 'What a user logs in with, by name. The plugin never sees it. Served from contract 1.1 on.',
  'credentials.label': 'What a user calls it.',
  'credentials.secret': 'Whether it is hidden while it is typed.',
  network: 'Origins that the plugin may reach. Served from contract 1.1 on.',
  'network.origin': 'Scheme and host, for example https://api.acme.example.',
  'network.methods': 'HTTP methods.',
  'network.paths': 'Paths: literal segments, "*" for one segment, a final "**" for the rest.',
  'network.access': 'Whether the requests read or trade.',
  'network.credentials': 'Names of credentials that may be sent there.',
  'network.scheme': 'Name of the signing scheme.',
  'network.why': 'The reason, in words for the user who approves it.',
  schemes: 'Signing recipes by name. Served from contract 1.1 on.',
  storage: 'How much the plugin may store, for example 1MiB. Served from contract 1.1 on.',
  plugins: 'Plugins that this one depends on: semver range by id.',
  os: 'Operating systems that the plugin runs on; all where it is left out.',
  assets: 'Further files of the package that the host keeps with it.',
  termsNotice:
    "What a user has to know of the institution's terms, for example that there is no official interface.",
};
