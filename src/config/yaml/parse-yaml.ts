import type { Diagnostic } from '../../domain/diagnostic.ts';
import { toStart } from '../../domain/diagnostic.ts';
import { toLocator } from './locate.ts';
import type { Locator } from './locate.ts';
import { toMistake } from '../mistake.ts';
import type { Source } from '../sources.ts';
import type { ReadDocument } from './document.ts';
import { readEvents } from './events.ts';
import type { YamlMap } from './node.ts';

/** A file whose YAML can be used. `root` is absent where it cannot; then a diagnostic says why. */
export interface YamlFile {
  readonly source: Source;
  readonly locate: Locator;
  readonly root?: YamlMap;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a text whole, with the library that says what is wrong: `readDocument`, loaded only where it is needed. */
export type ReadWhole = (text: string, locate: Locator) => ReadDocument;

/**
 * One file's text as YAML. Nearly all texts are plain and right, and take the fast way of `readEvents`. For any other the
 * answer is undefined unless `readWhole` is given.
 */
export function parseYaml(source: Source, readWhole?: ReadWhole): YamlFile | undefined {
  const locate = toLocator(source);
  if (isNestedDeeply(source.text)) {
    return { source, locate, diagnostics: [toMistake('yaml-too-deep', deepText, toStart(source.file))] };
  }
  const root = readWhole ? undefined : readEvents(source.text);
  if (root) return { source, locate, root, diagnostics: [] };
  return readWhole && { source, locate, ...readWhole(source.text, locate) };
}

const deepText =
  'Lists and maps are nested far deeper here than the language ever needs. Check what happened to this file.';

/** Far above what the language needs (5), far below what makes the parser slow. Brackets in texts rarely add up to it. */
const bracketLimit = 64;

function isNestedDeeply(text: string): boolean {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth = bracket === '[' || bracket === '{' ? depth + 1 : Math.max(0, depth - 1);
    if (depth > bracketLimit) return true;
  }
  return farInside.test(text) || (twoMarks.test(text) && manyMarks.test(text));
}

const farInside = /^[ \t]{256}/m;
const manyMarks = /^[ \t]*(?:[-?:][ \t]+){16}/m;
/** Nearly all texts have no two marks of lists and maps in a row, which is found out in a fifth of the time. */
const twoMarks = /[-?:][ \t]+[-?:][ \t]/;
