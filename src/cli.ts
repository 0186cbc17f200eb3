#!/usr/bin/env node
import process from 'node:process';
import { readSecretFiles } from './disk/secret-files.ts';
import { UsageError } from './errors.ts';
import { exitCodes } from './exit-codes.ts';
import type { Io } from './io.ts';
import { createIo } from './io.ts';
import { main, reportCrash } from './main.ts';

const interruption = new AbortController();
const abandonment = new AbortController();

/**
 * A step of a workflow has to push what is known by then. Who cancels it sends SIGINT, SIGTERM 7.5 seconds later, and kills
 * 2.5 seconds after that.
 */
const isStep = process.argv[2] === 'ci';

/** The first signal asks the run to end well; the second one does not ask. */
function interrupt(): void {
  if (interruption.signal.aborted) return giveUp();
  // Whoever waits for something says so; the line that was drawn last, or ^C, stays behind.
  if (isStep) process.stderr.write('\nInterrupted: waiting for what is on its way.\n');
  else if (process.stderr.isTTY) process.stderr.write('\n');
  interruption.abort();
  if (isStep) setTimeout(giveUp, patience).unref();
}

/** What is on its way is not waited for: it may have happened, and its intent stays open. */
function giveUp(): void {
  if (!isStep) process.exit(exitCodes.interrupted);
  abandonment.abort();
}

/** Whoever sends SIGTERM kills soon after: an answer that takes longer is given up, and its intent stays open. */
const patience = 5_000;

function terminate(): void {
  interrupt();
  setTimeout(giveUp, patience).unref();
}

/** From here on nobody inherits what stood in the environment. A mistake in it holds no secret, and needs no net to be told through. */
function openIo(): Io {
  try {
    Object.assign(process.env, readSecretFiles(process.env));
    return createIo(process, interruption.signal, isStep ? abandonment.signal : undefined);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`Error: ${error.message}\n`);
    process.exit(error.exitCode);
  }
}

// A secret may come from a pipe: until it is there, nothing is to be ended well.
const io = openIo();
process.on('SIGINT', interrupt);
process.on('SIGTERM', terminate);
// A reader that goes away (`rollcall plan | head`) is no bug.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(exitCodes.ok);
  // A full disk, say: who reads the output would take half of it for all.
  io.err(`Error: the output cannot be written: ${error.message}\n`);
  process.exit(exitCodes.failed);
});

// Node's own words would show whatever stands in the error, numbers too.
process.on('uncaughtException', (error) => {
  void reportCrash(error, io).then((code) => process.exit(code));
});

void main(process.argv.slice(2), io).then((code) => {
  // What was given up would keep the process.
  if (abandonment.signal.aborted) process.exit(code);
  process.exitCode = code;
});
