import { randomUUID } from 'node:crypto';
import { appendFile } from 'node:fs/promises';
import type { Io } from '../io.ts';
import type { ForgeWords } from '../words/forge-words.ts';
import { cutMarkdown, toBytes } from './cut.ts';

/** What is wrong, and where: shown at its place as far as the runner does that. */
export interface Note {
  readonly level: 'error' | 'warning';
  readonly title: string;
  readonly text: string;
  /** From the repository's root. */
  readonly file?: string;
  readonly line?: number;
}

/**
 * What a step says to the runner: GitHub's, and those that were made like it. It has a language of its own: files for
 * outputs and summaries, and lines on standard output that begin with `::`. Whatever people wrote goes through here, so
 * that none of it can be taken for a command.
 */
export interface Runner {
  /** Sets outputs of the step. */
  setOutputs(outputs: Readonly<Record<string, string | number>>): Promise<void>;
  /** Adds Markdown to the step's summary, cut at a line so that it fits. */
  addSummary(markdown: string): Promise<void>;
  /** Prints what may hold strangers' texts. */
  print(text: string): void;
  /** Says what is wrong at its place; `left`: so many notes of a kind this step will write besides. */
  annotate(notes: readonly Note[], left?: number): Promise<void>;
}

/** Words of the policy's language: loaded only where something has to be cut, which is hardly ever. */
export type LoadForgeWords = () => Promise<Pick<ForgeWords, 'cut' | 'notes'>>;

/** GitHub shows so many annotations of a kind for one step, and drops the rest without a word. */
const annotationLimit = 10;

/** Bytes of one step's summary; a larger one is dropped whole. */
const summaryLimit = 1024 * 1024;

/** The runner whose files the environment names. */
export function createRunner({ env, out }: Pick<Io, 'env' | 'out'>, loadWords: LoadForgeWords): Runner {
  return {
    async setOutputs(outputs) {
      // A delimiter that nobody can know: no value can end itself and begin another output.
      const texts = Object.entries(outputs).map(([name, value]) => {
        const delimiter = `rollcall_${createToken()}`;
        return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
      });
      await appendFile(env['GITHUB_OUTPUT'] ?? '', texts.join(''));
    },
    async addSummary(markdown) {
      const limit = summaryLimit - 1024;
      const isLong = toBytes(markdown) > limit;
      const text = isLong ? cutMarkdown(markdown, limit, (await loadWords()).cut, toBytes) : markdown;
      await appendFile(env['GITHUB_STEP_SUMMARY'] ?? '', `${text}\n`);
    },
    print(text) {
      // Nothing in it is a command until the token, which nobody can know, comes.
      const token = createToken();
      out(`::stop-commands::${token}\n${text}${text.endsWith('\n') ? '' : '\n'}::${token}::\n`);
    },
    async annotate(notes, left = 0) {
      for (const level of ['error', 'warning'] as const) {
        const all = notes.filter((note) => note.level === level);
        const limit = annotationLimit - left;
        const shown = all.length > limit ? all.slice(0, limit - 1) : all;
        for (const note of shown) out(`${toCommand(note)}\n`);
        const rest = all.length - shown.length;
        if (rest > 0) out(`::${level}::${escapeData((await loadWords()).notes.more(rest))}\n`);
      }
    },
  };
}

/** As a UUID looks, without digits, which the last net under what is printed would take for a number. */
function createToken(): string {
  return randomUUID().replaceAll(/\d/g, (digit) => 'abcdefabcd'.charAt(Number(digit)));
}

function toCommand({ level, file, line, title, text }: Note): string {
  const properties = Object.entries({ file, line, title })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${level} ${properties.join(',')}::${escapeData(text)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
