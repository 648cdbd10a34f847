// Runs one of this repository's scripts on the repository's own Node, after installing and building what is missing or stale:
// node tools/launch.mjs <script, relative to the root> [arguments]
import { refusalOf } from './bootstrap/node-version.mjs';

const refusal = refusalOf(process.versions.node);
if (refusal === undefined) {
  // Imported late, so that a Node too old for the rest gets as far as the refusal.
  import('./bootstrap/launch.mjs').then(({ launch }) => launch(process.argv[2], process.argv.slice(3)));
} else {
  process.stderr.write(`${refusal}\n`);
  process.exitCode = 2;
}
