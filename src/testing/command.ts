#!/usr/bin/env node
import { nearest } from '../nearest.js';
import { runCommand } from './command-line.js';
import { sandboxCommand } from './sandbox/command.js';

const usage = `Usage: npx p100-partner-sdk sandbox [options]

  sandbox  serves a fake P100; \`npx p100-partner-sdk sandbox --help\` shows its options`;

const [name, ...args] = process.argv.slice(2);
if (name === 'sandbox') await runCommand(sandboxCommand('npx p100-partner-sdk sandbox'), args);
else if (name === '--help' || name === '-h') console.log(usage);
else refuse(name);

function refuse(name = ''): void {
  const near = nearest(name, ['sandbox']);
  const problem = name ? `Unknown command ${name}${near ? `: did you mean ${near}?` : '.'}` : 'Pass a command.';
  console.error(`${problem}\n\n${usage}`);
  process.exitCode = 1;
}
