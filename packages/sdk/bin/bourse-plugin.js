#!/usr/bin/env node
// Old syntax on purpose: an old Node must get far enough to say what is wrong.
var major = Number(process.versions.node.split('.')[0]);
if (major < 26) {
  process.stderr.write('bourse-plugin needs Node 26 or newer; this is Node ' + process.versions.node + '.\n');
  process.exitCode = 2;
} else {
  import('../dist/command/main.js');
}
