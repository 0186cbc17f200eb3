import type { Step } from '../../domain/plan/change.ts';
import { toDeed } from '../../domain/plan/change.ts';
import type { RunEvent } from '../../domain/event.ts';
import type { Outcome } from '../../domain/plan/outcome.ts';
import { truncate } from '../columns.ts';
import { escapeTerminal } from '../../safe/escape.ts';
import { groupAlike } from '../group-alike.ts';
import { escapeInline } from '../../safe/inline.ts';
import type { Words } from '../../words/words.ts';

export interface ProgressOptions {
  /** Somebody looks: one line that redraws itself and goes away at the end. Else a plain line for every finished group. */
  readonly interactive: boolean;
  /** Columns; 80 unless told otherwise. */
  readonly width?: number;
  /** Calls something again and again until the function that it returns is called; absent: nothing counts down. */
  readonly every?: (milliseconds: number, act: () => void) => () => void;
}

/** What is shown while groups and people are read, before there is a plan. */
export interface ReadingProgress {
  /** So many groups are about to be read, and so many photos. */
  readonly start: (groups: number, photos: number) => void;
  /** One more group, and one more photo, was read. */
  readonly groupRead: () => void;
  readonly photoRead: () => void;
  /** One more person was looked up. */
  readonly lookedUp: () => void;
  /** Takes the line away. */
  readonly end: () => void;
}

const eraseLine = '\r\u001b[2K';

/** Shows the events of a run while it goes on; what it returns takes them one by one. */
export function createProgress(
  write: (text: string) => void,
  words: Words,
  { interactive, width = 80, every }: ProgressOptions,
): (event: RunEvent) => void {
  let groups = 0;
  let group = 0;
  let file = '';
  // A line that the terminal breaks in two could not be erased any more.
  const draw = (text: string) => write(`${eraseLine}${truncate(`[${group}/${groups}] ${text}`, width - 1)}`);
  const print = (text: string) => write(`[${group}/${groups}] ${text}\n`);
  let stop: (() => void) | undefined;
  const countDown = (seconds: number) => {
    let left = seconds;
    const tick = () => {
      left -= 1;
      if (left > 0) draw(`${file}: ${words.terminal.progress.pausing(left)}`);
    };
    if (every) stop = every(1000, tick);
  };

  return (event) => {
    stop?.();
    if (event.type === 'run-started') groups = event.groups;
    if (event.type === 'group-started') {
      group += 1;
      file = escapeTerminal(event.file);
    }
    if (interactive && event.type === 'run-ended') write(eraseLine);
    // Readings from before the first group are told to the memory, and are over.
    const text = group === 0 && event.type === 'group-read' ? '' : describe(event, words);
    if (interactive && text !== '') draw(`${file}: ${text}`);
    if (interactive && event.type === 'pause') countDown(toSeconds(event.milliseconds));
    if (!interactive && event.type === 'group-done') print(`${file}: ${countResults(event.outcomes, words)}`);
  };
}

/** What goes on right now; '' for what is over in no time. */
function describe(event: RunEvent, words: Words): string {
  const { progress } = words.terminal;
  switch (event.type) {
    case 'group-started':
      return progress.reading;
    case 'intent':
      return describeStep(event.step, words);
    case 'answer':
    case 'group-read':
      return progress.readingAgain;
    case 'looked-up':
      return progress.lookingUp;
    case 'pause':
      return progress.pausing(toSeconds(event.milliseconds));
    default:
      return '';
  }
}

function toSeconds(milliseconds: number): number {
  return Math.ceil(milliseconds / 1000);
}

function describeStep(step: Step, { terminal: { progress, crowd } }: Words): string {
  const [first] = step;
  if (first.action === 'set') return progress.set(escapeInline(first.setting));
  return progress.people[toDeed(first)](crowd.people(step.length));
}

/** "4 verified, 1 declined". */
function countResults(outcomes: readonly Outcome[], { terminal }: Words): string {
  const alike = groupAlike(outcomes, ({ result }) => result);
  return alike.map((same) => `${same.length} ${same[0] ? terminal.results[same[0].result] : ''}`).join(', ');
}

/** One line on a terminal while files and groups are read; silent where nobody looks. */
export function createReadingProgress(
  write: (text: string) => void,
  words: Words,
  { interactive, width = 80 }: ProgressOptions,
): ReadingProgress {
  const { progress } = words.terminal;
  const counts = { groups: 0, photos: 0, people: 0 };
  const all = { groups: 0, photos: 0 };
  const draw = (text: string) => {
    if (interactive) write(`${eraseLine}${truncate(text, width - 1)}`);
  };
  return {
    start: (groups, photos) => {
      Object.assign(all, { groups, photos });
      draw(progress.groups(0, groups));
    },
    groupRead: () => draw(progress.groups((counts.groups += 1), all.groups)),
    photoRead: () => draw(progress.photos((counts.photos += 1), all.photos)),
    lookedUp: () => draw(progress.asked((counts.people += 1))),
    end: () => draw(''),
  };
}
