import { bourseCommands, installCommands } from './command/install-commands.js';
import { installPackages } from './command/install-packages.js';
import { runCommand } from './command/run-command.js';
import { terminalInterviewer } from './command/terminal-interviewer.js';

const isInteractive = process.stdin.isTTY && process.stdout.isTTY;

process.exitCode = await runCommand(process.argv.slice(2), {
  folder: process.cwd(),
  write: (text) => void process.stdout.write(text),
  complain: (text) => void process.stderr.write(text),
  interviewer: isInteractive ? terminalInterviewer : undefined,
  installing: installCommands(),
  knowingBourse: bourseCommands(),
  install: installPackages,
});
