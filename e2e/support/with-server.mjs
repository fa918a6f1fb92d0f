// Starts one server for everything that a command does: node with-server.mjs COMMAND ARGUMENT…
// The command finds it in VANORT_URL. Every test file is a process of its own; one server serves them all.

import { spawn } from 'node:child_process';
import { startServer } from './server.mjs';

const [command, ...args] = process.argv.slice(2);
if (!command) {
  console.error('with-server.mjs: which command?');
  process.exit(2);
}

let site;
try {
  site = await startServer();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, VANORT_URL: site.url } });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
const code = await new Promise((resolve) => {
  child.once('exit', (status) => resolve(status ?? 1));
  child.once('error', (error) => {
    console.error(`${command}: ${error.message}`);
    resolve(127);
  });
});
await site.stop();
process.exit(code);
