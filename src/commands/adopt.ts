import type { DraftFile, Drafts } from '../adopting/draft-files.ts';
import { draftFiles, isChanged } from '../adopting/draft-files.ts';
import type { Comments } from '../adopting/edit-group.ts';
import type { Asked } from '../adopting/find-kept.ts';
import type { Sources } from '../config/sources.ts';
import type { AdoptedPart } from '../domain/adoption.ts';
import { adoptedParts } from '../domain/adoption.ts';
import { InterruptedError } from '../errors.ts';
import type { ExitCode } from '../exit-codes.ts';
import { exitCodes } from '../exit-codes.ts';
import { loadFiles } from '../files/load-files.ts';
import { writeAdopted } from '../files/write-adopted.ts';
import type { Io } from '../io.ts';
import { toStyle } from '../io.ts';
import type { PlanningOptions } from '../options.ts';
import { showReading } from '../output/progress.ts';
import { checkShowPhones } from '../output/show-phones.ts';
import type { FileChange } from '../render/terminal/file-diff.ts';
import { renderDiagnostics } from '../render/terminal/diagnostics.ts';
import { renderAdoption } from '../render/terminal/adopt-text.ts';
import type { Inline } from '../safe/inline.ts';
import { closingOnFailure } from '../session/closing-on-failure.ts';
import { findAdoptions } from '../session/find-adoptions.ts';
import type { Hooks } from '../session/hooks.ts';
import { openToPlan } from '../session/memory.ts';
import { prefetchGroups } from '../session/prefetch.ts';
import type { Work } from '../session/work.ts';
import { openFiles, openWork } from '../session/work.ts';
import { toAdoptView } from '../view/onboarding/to-adopt-view.ts';
import { loadWords } from '../words/load-words.ts';
import type { Words } from '../words/words.ts';

/** The parts that are asked for; none: all of them. */
export type AdoptOptions = Omit<PlanningOptions, 'skipPhotos' | 'json' | 'markdown' | 'html'> &
  Partial<Readonly<Record<AdoptedPart, boolean>>> & {
    /** Write without being asked. */
    readonly yes?: boolean;
    /** What was approved and is not done yet is not taken over; no flag has it. */
    readonly keepsApproved?: boolean;
  };

/**
 * Changes files so that they say what their groups are; groups stay as they are, and nothing within its reach can write
 * to WhatsApp. What would be written is shown, proved and agreed to before. Returns the exit code.
 */
export async function adopt(options: AdoptOptions, io: Io, hooks: Hooks = {}): Promise<number> {
  const showPhones = checkShowPhones(options, io);
  const asked: Asked = toAsked(options);
  const sources = await loadFiles(options, io);
  const planning = { ...options, skipPhotos: !asked.has('photo') };
  const work = await openReading(planning, sources, { ...hooks, io });
  try {
    if (io.signal.aborted) throw new InterruptedError();
    const words = await loadWords(work.organisation.policy.language);
    const adoptions = await findAdoptions(work, {
      asked,
      root: options.groups,
      keepsApproved: options.keepsApproved ?? false,
    });
    const { input, contacts } = work;
    const comments = toComments(words);
    const drafts = await draftFiles({ adoptions, sources, input, asked, comments, contacts });
    const people = [...work.organisation.people.values()];
    const view = toAdoptView({ ...drafts, people, showPhones });
    const text = renderAdoption(view, toChanges(drafts), words, { ...toStyle(io), showPhones });
    if (showPhones) io.outWithPhones(text);
    else io.out(text);
    if (drafts.diagnostics.length > 0) io.err(renderDiagnostics(drafts.diagnostics, toStyle(io)));
    if (drafts.faults.length > 0) return exitCodes.failed;
    return await writeAll(drafts, words, options, io);
  } finally {
    await work.close();
  }
}

function toAsked(options: AdoptOptions): Asked {
  const named = adoptedParts.filter((part) => options[part]);
  return new Set(named.length === 0 ? adoptedParts : named);
}

/** The files, and their groups as a plan would read them. */
async function openReading(
  options: PlanningOptions,
  sources: Sources,
  { io, beforeLookups }: Hooks & { readonly io: Io },
): Promise<Work> {
  const prefetch = await prefetchGroups(options, sources, io);
  return closingOnFailure(prefetch.abandon, async () => {
    const files = await openFiles(options, io, prefetch);
    const mode = {
      beforeLookups,
      line: prefetch.line,
      idsLeave: false,
      progress: await showReading(files.organisation.policy.language, options, io),
      openMemory: (input: Parameters<typeof openToPlan>[1]) => openToPlan(options, input, io),
    };
    return openWork(files, options, mode, io);
  });
}

function toComments({ adopt: { notCompared }, imports }: Words): Comments {
  return { notCompared, called: (quoted) => imports.comments.called(quoted as Inline) };
}

function toChanges({ files }: Drafts): FileChange[] {
  const edited = files.filter(({ source, text }) => text !== source.text);
  return edited.map(({ source, text }) => ({ file: source.file, before: source.text, after: text }));
}

/** Asks where somebody is there to be asked, and writes every file that can be written. */
async function writeAll(
  { files }: Drafts,
  { adopt: words, terminal }: Words,
  { yes, sandbox }: AdoptOptions,
  io: Io,
): Promise<ExitCode> {
  const changed = files.filter(isChanged);
  const code = toCode(files);
  if (changed.length === 0) return code;
  if (sandbox) {
    io.err(`${words.madeUp}\n`);
    return code;
  }
  if (!yes && !io.terminal.isInteractive) {
    io.err(`${words.notAsked}\n`);
    return exitCodes.incomplete;
  }
  const answer = yes ? 'yes' : (await io.ask(`\n${words.question} `)).trim();
  if (io.signal.aborted) return exitCodes.interrupted;
  if (answer !== 'yes' && answer !== terminal.ask.yes) {
    io.err(`${terminal.ask.nothing}\n`);
    return exitCodes.incomplete;
  }
  const written = await writeEach(changed, io);
  if (written > 0) io.out(`${words.written(written)}\n`);
  return written === changed.length ? code : exitCodes.failed;
}

/** How many files are written; why another one is not is said. */
async function writeEach(files: readonly DraftFile[], io: Io): Promise<number> {
  let count = 0;
  for (const file of files) {
    const written = await writeAdopted(file);
    if (written.kind === 'written') count += 1;
    else io.err(`Error: ${written.why}\n`);
  }
  return count;
}

/** What is only watched stays as somebody asked for; whatever else stays is not done yet. */
function toCode(files: readonly DraftFile[]): ExitCode {
  if (files.some(({ plan }) => plan.reading.kind === 'unreadable')) return exitCodes.failed;
  const isOpen = files.some(({ left }) => left.some(({ reason }) => reason !== 'observe'));
  return isOpen ? exitCodes.incomplete : exitCodes.ok;
}
