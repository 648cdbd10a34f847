export const HELP = `npm create bourse-plugin makes the folder of a new Bourse plugin: typed, tested and runnable at once.

  npm create bourse-plugin [name] [-- options]

  name                  the id (acme), or a package name (@acme/plugin-broker); --id says it as well
  --type <type>         broker or data-provider
  --needs <list>        of: statement, network, credentials (which need the network)
  --institution <name>  whose accounts or data these are; part of every record, so it never changes
  --install             run npm install in the new folder
  --yes                 ask nothing; what is not said is a broker that reads statement files
  --json                print what was made, or why nothing was, as JSON
  --help                print this

Exit codes: 0 done, 1 refused for the reason printed, 2 the command line was not understood.
`;
