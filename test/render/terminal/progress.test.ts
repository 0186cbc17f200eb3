import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../../src/domain/event.ts';
import { createProgress, createReadingProgress } from '../../../src/render/terminal/progress.ts';
import { liveGroup } from '../../support/choir.ts';
import { verdicts } from '../../support/verdicts.ts';
import { ana, budi, changesOf, desiredGroup, listed } from '../sample-plans.ts';
import { english } from '../../../src/words/english/english.ts';

const desired = desiredGroup('choir/altos.yaml', 'Altos');
const { of, set } = changesOf(desired);
const step = [of('add', ana, listed('ana')), of('add', budi, listed('budi'))] as const;
const rename = set('name', 'Old', 'Altos');
const group = desired.id;

const events: readonly RunEvent[] = [
  { type: 'run-started', groups: 2, changes: 3 },
  { type: 'group-started', group, file: desired.file, changes: 3 },
  { type: 'looked-up', person: ana.key, lookups: 2 },
  { type: 'intent', step },
  { type: 'answer', step, answer: { kind: 'accepted', invited: [] } },
  { type: 'pause', milliseconds: 21_400 },
  { type: 'intent', step: [rename] },
  { type: 'verdict', outcome: { change: rename, result: 'verified' } },
  {
    type: 'group-done',
    group,
    outcomes: [
      { change: step[0], result: 'verified' },
      { change: step[1], ...verdicts.declined },
      { change: rename, result: 'verified' },
    ],
  },
  { type: 'run-ended', interrupted: false },
];

function show(interactive: boolean, width?: number): string {
  let written = '';
  const progress = createProgress((text) => (written += text), english, {
    interactive,
    ...(width && { width }),
  });
  for (const event of events) progress(event);
  return written;
}

describe('progress', () => {
  it('redraws one line on a terminal and takes it away at the end', () => {
    const lines = show(true).split('\r\u001b[2K');
    expect(lines).toEqual([
      '',
      '[1/2] choir/altos.yaml: reading',
      '[1/2] choir/altos.yaml: asking WhatsApp who is who',
      '[1/2] choir/altos.yaml: adding 2 people',
      '[1/2] choir/altos.yaml: reading again',
      '[1/2] choir/altos.yaml: waiting 22 s',
      '[1/2] choir/altos.yaml: setting name',
      '',
    ]);
  });

  it('never fills a line, which the terminal would break', () => {
    const lines = show(true, 30).split('\r\u001b[2K');
    expect(Math.max(...lines.map((line) => line.length))).toBe(29);
  });

  it('says nothing of what was read before the first group', () => {
    let written = '';
    const progress = createProgress((text) => (written += text), english, { interactive: true });
    progress({ type: 'run-started', groups: 2, changes: 3 });
    progress({ type: 'group-read', group, live: liveGroup(), wanted: [] });
    expect(written).toBe('');
    progress({ type: 'group-started', group, file: desired.file, changes: 3 });
    progress({ type: 'group-read', group, live: liveGroup(), wanted: [] });
    expect(written).toContain('[1/2] choir/altos.yaml: reading again');
  });

  it('counts a pause down, as long as nothing else happens', () => {
    let written = '';
    let tick: (() => void) | undefined;
    const running = { count: 0 };
    const every = (_: number, act: () => void) => {
      running.count += 1;
      tick = act;
      return () => void (running.count -= 1);
    };
    const progress = createProgress((text) => (written += text), english, { interactive: true, every });
    progress({ type: 'pause', milliseconds: 2_400 });
    for (let seconds = 0; seconds < 4; seconds += 1) tick?.();
    progress({ type: 'group-started', group, file: desired.file, changes: 3 });
    expect(written.match(/waiting \d s/g)).toEqual(['waiting 3 s', 'waiting 2 s', 'waiting 1 s']);
    expect(running.count).toBe(0);
  });

  it('prints a line a group where nobody looks', () => {
    expect(show(false)).toBe('[1/2] choir/altos.yaml: 2 verified, 1 declined\n');
  });
});

describe('reading progress', () => {
  it.each([
    [
      true,
      [
        '',
        'Reading groups: 0 of 118 …',
        'Reading groups: 1 of 118 …',
        'Reading photos: 1 of 3 …',
        'Asking WhatsApp who is who: 1 person …',
        '',
      ],
    ],
    [false, ['']],
  ])('is one line that goes away (on a terminal: %s)', (interactive, shown) => {
    let written = '';
    const progress = createReadingProgress((text) => (written += text), english, { interactive });
    progress.start(118, 3);
    progress.groupRead();
    progress.photoRead();
    progress.lookedUp();
    progress.end();
    expect(written.split('\r\u001b[2K')).toEqual(shown);
  });
});
