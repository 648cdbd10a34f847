import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { say } from './say.mjs';

const POLL_MS = 100;
const HEARTBEAT_MS = 2_000;
const STALE_AFTER_MS = 30_000;

/** Runs the work while no other process holds the lock file; the lock of a process that died is taken over. */
export async function withLock(file, work) {
  let waiting = false;
  while (!acquire(file)) {
    if (!waiting) say('Waiting for another command of this repository to finish building…');
    waiting = true;
    if (isAbandoned(file)) takeAway(file);
    else await delay(POLL_MS);
  }
  const heartbeat = setInterval(() => touch(file), HEARTBEAT_MS).unref();
  const release = () => rmSync(file, { force: true });
  process.on('exit', release);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    process.off('exit', release);
    release();
  }
}

function acquire(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** The owner's process is gone, or it has not touched the file for long (its id may be another process's by now). */
function isAbandoned(file) {
  try {
    const age = Date.now() - statSync(file).mtimeMs;
    return age > STALE_AFTER_MS || !isRunning(Number(readFileSync(file, 'utf8')));
  } catch (error) {
    if (error.code === 'ENOENT') return false;
    throw error;
  }
}

function isRunning(pid) {
  // The owner has made the file and not yet written to it.
  if (pid === 0) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Renaming is atomic, so of several that wait only one removes the file; one that got a fresh lock by mistake puts it back. */
function takeAway(file) {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    if (!isAbandoned(aside)) linkSync(aside, file);
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function touch(file) {
  const now = new Date();
  utimesSync(file, now, now);
}
