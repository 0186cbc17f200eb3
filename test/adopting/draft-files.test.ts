import { asyncProperty, assert as check, subarray } from 'fast-check';
import { diffArrays } from 'diff';
import { describe, expect, test } from 'vitest';
import type { Drafts } from '../../src/adopting/draft-files.ts';
import type { Asked } from '../../src/adopting/find-kept.ts';
import { isAsked } from '../../src/adopting/find-kept.ts';
import { readMap } from '../../src/config/edit/read-map.ts';
import type { AdoptedPart } from '../../src/domain/adoption.ts';
import { adoptedParts } from '../../src/domain/adoption.ts';
import { isPersonChange } from '../../src/domain/plan/change.ts';
import { findModes } from '../../src/planning/obstacles/obstacle-facts.ts';
import { planGroups } from '../../src/planning/plan-groups.ts';
import type { PlanInput } from '../../src/planning/plan-input.ts';
import { adopt, toInput, toSources } from './adopting-stage.ts';
import { worlds } from './random-files.ts';

/** What of the parts that are asked for a plan still shows, but for what was said to stay. */
function findRest(input: PlanInput, asked: Asked, left: Drafts['files'][number]['left']) {
  const isIncomplete = left.some(({ reason }) => reason === 'incomplete');
  return planGroups(input).groups.flatMap(({ desired, changes, leftAlone }) => {
    const kept = leftAlone.flatMap(({ change, reason }) =>
      change && !(isIncomplete && reason === 'incomplete') ? [change] : [],
    );
    return [...changes, ...kept].filter(
      (change) =>
        isAsked(change, desired, asked) &&
        !findModes(change, desired).includes('observe') &&
        !left.some(({ person, setting }) =>
          isPersonChange(change) ? person?.key === change.person.key : setting === change.setting,
        ),
    );
  });
}

/** Lines of the file that may change: those of the keys whose value is another one, or of lists with somebody to move. */
function findConcerned({ source: { text }, wishes }: Drafts['files'][number]): ReadonlySet<number> {
  const isMoved = wishes.people.length + wishes.hidden.length + wishes.known.length > 0;
  const keys = [
    ...Object.keys(wishes.settings),
    ...(isMoved ? ['members', 'admins'] : []),
    ...(wishes.photo ? ['photo'] : []),
  ];
  const toLine = (at: number) => text.slice(0, at).split('\n').length - 1;
  const root = readMap(text);
  // In braces a new key has no line of its own.
  if (text[root.start] === '{' && keys.length > 0) return new Set([toLine(root.start)]);
  const pairs = root.pairs.filter(({ key }) => keys.includes(key));
  return new Set(
    pairs.flatMap(({ keyNode, value }) => {
      const [first, last] = [toLine(keyNode.start), toLine((value ?? keyNode).end)];
      return Array.from({ length: last - first + 1 }, (_, index) => first + index);
    }),
  );
}

/** The lines that went, by their number, ends of lines aside: a last line without one may get it. */
function findGone(before: string, after: string): number[] {
  let at = 0;
  return diffArrays(before.split(/\r?\n/), after.split(/\r?\n/)).flatMap(({ value, added, removed }) => {
    const from = at;
    if (!added) at += value.length;
    return removed ? value.map((_line, index) => from + index) : [];
  });
}

const parts = subarray<AdoptedPart>([...adoptedParts], { minLength: 1 });

describe('a file that follows its group', () => {
  test('differs in nothing that was asked for, says the same of all else, and follows once', async () => {
    const seen = { changed: 0, left: 0 };
    await check(
      asyncProperty(worlds, parts, async ({ files, live }, named) => {
        const asked = new Set(named);
        const sources = toSources(files);
        const input = await toInput(sources, live);
        if (!input) return;
        const drafts = await adopt(sources, input, asked);
        expect({ faults: drafts.faults, diagnostics: drafts.diagnostics }).toEqual({
          faults: [],
          diagnostics: [],
        });
        const [file] = drafts.files;
        if (!file) throw new Error('one file');
        const edited = toSources({ ...files, 'altos.yaml': file.text });
        const then = await toInput(edited, live);
        if (!then) throw new Error('mistakes');
        expect(findRest(then, asked, file.left)).toEqual([]);
        const again = await adopt(edited, then, asked);
        expect(again.files.map(({ text }) => text)).toEqual([file.text]);
        const { text } = file.source;
        const concerned = findConcerned(file);
        const lines = text.split(/\r?\n/);
        const gone = findGone(text, file.text).filter((line) => lines[line] !== '');
        expect(gone.filter((line) => !concerned.has(line) || /^\s*#/.test(lines[line] ?? ''))).toEqual([]);
        const isWindows = text.includes('\r\n');
        expect(file.text.replaceAll(isWindows ? '\r\n' : '\n', '').includes(isWindows ? '\n' : '\r')).toBe(
          false,
        );
        if (file.text !== text) seen.changed += 1;
        if (file.left.length > 0) seen.left += 1;
      }),
      { numRuns: 120 },
    );
    expect(seen.changed).toBeGreaterThan(30);
    expect(seen.left).toBeGreaterThan(5);
  });
});
