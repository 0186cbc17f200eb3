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

/** Adds Markdown to the step's summary, cut at a line so that it fits. */
export function addSummary(text, env) {
  appendFileSync(env.GITHUB_STEP_SUMMARY, `${cutMarkdown(text, summaryLimit - 1024)}\n`);
}

/** Bytes for the line that counts what was cut. */
const noteLength = 200;

/** Whole lines of at most so many bytes; what was cut is counted. */
export function cutLines(text, limit) {
  return cut(text, limit, () => []);
}

/** The same for Markdown: a block of code or a fold that is open where it is cut ends there, so that the note is seen. */
export function cutMarkdown(text, limit) {
  let fence = '';
  let folds = 0;
  return cut(text, limit, (line) => {
    const run = /^ {0,3}(`{3,})([^`]*)$/.exec(line);
    if (fence === '') {
      fence = run?.[1] ?? '';
      folds += line.split('<details>').length - line.split('</details>').length;
    } else if (run?.[2]?.trim() === '' && run[1].length >= fence.length) fence = '';
    return [
      ...(fence === '' ? [] : [fence]),
      ...Array.from({ length: Math.max(folds, 0) }, () => '\n</details>'),
    ];
  });
}

/** `follow` is told of each line, and says which lines would end what is open behind it. */
function cut(text, limit, follow) {
  if (Buffer.byteLength(text) <= limit) return text;
  const lines = text.split('\n');
  let [bytes, kept, ends] = [noteLength, 0, []];
  for (const line of lines) {
    bytes += Buffer.byteLength(line) + 1;
    const next = follow(line);
    if (bytes + Buffer.byteLength(next.join('\n')) > limit) break;
    [kept, ends] = [kept + 1, next];
  }
  const note = `… ${lines.length - kept} more lines were cut; the plan file has all of them.`;
  return [...lines.slice(0, kept), ...ends, '', note].join('\n');
}

/** Prints what may hold strangers' texts: nothing in it is a command until the token, which nobody can know, comes. */
export function printSafely(text, out = process.stdout) {
  const token = randomUUID();
  out.write(`::stop-commands::${token}\n${text}${text.endsWith('\n') ? '' : '\n'}::${token}::\n`);
}

/**
 * Says at its place what is wrong, as far as GitHub shows it; the rest is counted. Each: level, file, line, title, text.
 * `left`: so many annotations of a kind this step will write besides.
 */
export function annotate(notes, { left = 0, out = process.stdout } = {}) {
  const limit = annotationLimit - left;
  for (const level of ['error', 'warning']) {
    const all = notes.filter((note) => note.level === level);
    const shown = all.length > limit ? all.slice(0, limit - 1) : all;
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
