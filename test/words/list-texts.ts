import type { Inline } from '../../src/safe/inline.ts';
import { say } from '../../src/safe/inline.ts';
import type { AboutCause, AboutLeftAlone } from '../../src/words/reason-words.ts';
import type { Words } from '../../src/words/words.ts';

/** A piece that can be found again. */
export const mark = say`‹…›`;

/** What any sentence about somebody may ask for, with one of each kind. */
const abouts: readonly (AboutLeftAlone & AboutCause & Readonly<Record<string, unknown>>)[] = [
  {
    count: 1,
    action: 'add',
    isLoss: false,
    asked: 'not-yet',
    result: 'not-verified',
    isOwn: true,
  },
  { count: 2, action: 'remove', isLoss: true, other: mark, line: mark, asked: 'spent', day: mark },
  { count: 2, action: 'promote', isLoss: false, other: mark, asked: 'not-found', result: 'skipped' },
  { count: 1, isLoss: false, other: mark, line: mark, asked: 'unclear', result: 'skipped' },
].map((about) => ({
  result: 'skipped',
  text: mark,
  leftAlone: mark,
  refused: 1,
  among: 3,
  isOwn: false,
  name: mark,
  lid: mark,
  before: mark,
  after: mark,
  groups: 1,
  adminIn: 2,
  adds: 1,
  lookups: 2,
  days: 3,
  keys: ['topic', 'photo'],
  modes: [
    { part: 'members', before: 'exact', after: 'additive' },
    { part: 'admins', before: 'exact', after: 'observe' },
  ],
  names: mark,
  places: mark,
  limit: 'removals',
  scope: 'run',
  allowed: 2,
  earlier: 1,
  usual: 3,
  number: 4,
  reason: 'ended',
  ...about,
})) as never;

/** Numbers, texts and days that a sentence may be made with. */
const others = [
  0,
  1,
  2,
  1200,
  true,
  false,
  mark,
  'ended',
  'listed',
  'unlisted',
  'readd',
  'differs',
  '2026-12-01',
];

/**
 * Every text that a language has: those that stand there, and those that its functions make of plain pieces. `door`:
 * only what reports say, or only what a terminal shows.
 */
export function listTexts(words: Words, door: 'report' | 'terminal' | 'invite'): Inline[] {
  const other = door === 'report' ? 'terminal' : 'report';
  const texts = new Set<Inline>();
  const visit = (value: unknown, key: string): void => {
    if (key === other) return;
    if (typeof value === 'string') texts.add(value as Inline);
    else if (typeof value === 'function') for (const made of call(value as Speak)) texts.add(made);
    else if (Array.isArray(value)) for (const each of value) visit(each, key);
    else if (typeof value === 'object' && value !== null)
      for (const [name, each] of Object.entries(value)) visit(each, name);
  };
  visit(words.reasons, 'reasons');
  visit(words[door], door);
  return [...texts];
}

type Speak = (...pieces: unknown[]) => unknown;

/** What a function says of every kind of first piece; what it cannot be asked is left out. */
function call(speak: Speak): Inline[] {
  return [...abouts, ...others].flatMap((first) =>
    [[1, 2, mark] as const, [mark, mark, mark] as const, [[mark, mark], 3, 1] as const].flatMap((rest) => {
      try {
        const made = speak(first, ...rest);
        return typeof made === 'string' && !/undefined|NaN|\[object/.test(made) ? [made as Inline] : [];
      } catch {
        return [];
      }
    }),
  );
}
