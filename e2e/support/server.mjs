// Starts the built program for a test and stops it afterwards.
//
// With VANORT_URL the tests use a site that already runs; otherwise the program VANORT_BIN, or the newest that
// cargo has built, is started with an empty data folder on a free port.

import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const READY_SECONDS = Number(process.env.VANORT_READY_SECONDS ?? 240);

/** The site under test: its address without a slash at the end, and how to stop it. */
export async function startServer() {
  if (process.env.VANORT_URL) {
    return { url: process.env.VANORT_URL.replace(/\/$/, ''), stop: async () => {} };
  }
  const binary = findBinary();
  const data = mkdtempSync(join(tmpdir(), 'vanort-e2e-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const said = [];
  const child = spawn(binary, ['serve', '--addr', `127.0.0.1:${port}`, '--data', data], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DATABASE_URL: '', VANORT_CONFIG: undefined },
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      said.push(text);
      if (said.length > 400) said.shift();
    });
  }
  const ended = new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve(signal ?? code));
    child.once('error', (error) => resolve(error.message));
  });
  let gone = null;
  ended.then((how) => (gone = how));

  const remove = () => rmSync(data, { recursive: true, force: true });
  const killNow = () => {
    child.kill('SIGKILL');
    remove();
  };
  process.once('exit', killNow);

  const stop = async () => {
    process.removeListener('exit', killNow);
    child.kill('SIGTERM');
    const polite = await Promise.race([ended.then(() => true), pause(10_000, false, { ref: false })]);
    if (!polite) child.kill('SIGKILL');
    await ended;
    remove();
  };

  const deadline = Date.now() + READY_SECONDS * 1000;
  while (!(await answers(`${url}/readyz`))) {
    if (gone !== null || Date.now() > deadline) {
      const why = gone !== null ? `ended (${gone})` : `was not ready after ${READY_SECONDS} s`;
      await stop();
      throw new Error(`${binary} serve ${why}. It said:\n${said.join('')}`);
    }
    await pause(100);
  }
  return { url, stop };
}

/** The program to test. */
function findBinary() {
  if (process.env.VANORT_BIN) {
    if (existsSync(process.env.VANORT_BIN)) return process.env.VANORT_BIN;
    throw new Error(`VANORT_BIN names ${process.env.VANORT_BIN}, which does not exist.`);
  }
  const root = new URL('../..', import.meta.url).pathname;
  const metadata = execFileSync('cargo', ['metadata', '--format-version', '1', '--no-deps', '--offline'], {
    cwd: root,
    maxBuffer: 64 * 1024 * 1024,
  });
  const target = JSON.parse(metadata).target_directory;
  const built = ['debug', 'release']
    .map((profile) => join(target, profile, 'vanort'))
    .filter((path) => existsSync(path))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  if (built.length === 0) throw new Error('The program is not built. Run: cargo build -p vanort-cli');
  return built[0];
}

async function answers(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

/** A port on loopback that is free now. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
