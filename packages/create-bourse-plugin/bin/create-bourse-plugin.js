#!/usr/bin/env node
// Old syntax on purpose: an old Node must get far enough to say what is wrong.
var node = process.versions.node;
var version = node.split('.').map(Number);
if (version[0] < 20 || (version[0] === 20 && version[1] < 19)) {
  process.stderr.write('create-bourse-plugin needs Node 20.19 or newer; this is Node ' + node + '.\n');
  process.exitCode = 2;
} else {
  import('../dist/main.js').catch(function (error) {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    process.stderr.write('create-bourse-plugin is not built: ' + error.message + '.\n');
    process.stderr.write('  In a clone of Bourse "npm run bourse -- --version" installs and builds.\n');
    process.exitCode = 2;
  });
}
