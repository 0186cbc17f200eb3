import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';

/*
 * The runner's own language: files for outputs and summaries, and lines on standard output that begin with `::`.
 * Whatever people wrote goes through here, so that none of it can be taken for a command.
 */

/** GitHub shows so many annotations of a kind for one step, and drops the rest without a word. */
const annotationLimit = 10;

/** Bytes of one step's summary; a larger one is dropped whole. */
const summaryLimit = 1024 * 1024;

/** Sets outputs of the step. A delimiter that nobody can know: no value can end itself and begin another output. */
export function setOutputs(outputs, env) {
  for (const [name, value] of Object.entries(outputs)) {
    const delimiter = `rollcall_${randomUUID()}`;
    appendFileSync(env.GITHUB_OUTPUT, `${name}<<${delimiter}\n${value}\n${delimiter}\n`);
  }
}

/** Adds to the step's summary, cut at a line so that it fits. */
export function addSummary(text, env) {
  appendFileSync(env.GITHUB_STEP_SUMMARY, `${cutLines(text, summaryLimit - 1024)}\n`);
}

/** Whole lines of at most so many bytes; what was cut is counted. */
export function cutLines(text, limit) {
  if (Buffer.byteLength(text) <= limit) return text;
  const lines = text.split('\n');
  let bytes = 200;
  let kept = 0;
  for (const line of lines) {
    bytes += Buffer.byteLength(line) + 1;
    if (bytes > limit) break;
    kept += 1;
  }
  return `${lines.slice(0, kept).join('\n')}\n… ${lines.length - kept} more lines were cut; the plan file has all of them.`;
}

/** Prints what may hold strangers' texts: nothing in it is a command until the token, which nobody can know, comes. */
export function printSafely(text, out = process.stdout) {
  const token = randomUUID();
  out.write(`::stop-commands::${token}\n${text}${text.endsWith('\n') ? '' : '\n'}::${token}::\n`);
}

/** Says at its place what is wrong, as far as GitHub shows it; the rest is counted. Each: level, file, line, title, text. */
export function annotate(notes, out = process.stdout) {
  for (const level of ['error', 'warning']) {
    const all = notes.filter((note) => note.level === level);
    const shown = all.length > annotationLimit ? all.slice(0, annotationLimit - 1) : all;
    for (const note of shown) out.write(`${toCommand(note)}\n`);
    const rest = all.length - shown.length;
    if (rest > 0) out.write(`::${level}::${rest} more, all of them in the log above\n`);
  }
}

function toCommand({ level, file, line, title, text }) {
  const fields = { file, line, title };
  const properties = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${level} ${properties.join(',')}::${escapeData(text)}`;
}

function escapeData(text) {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text) {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** Text as Markdown that shows it as it is: in a fence longer than any in it, so that no mention, link or markup works. */
export function toFence(text) {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}text\n${text.trimEnd()}\n${fence}\n`;
}
