import { describe, expect, test } from 'vitest';
import {
  toAllNames,
  toFile,
  toGroupName,
  toGroupNames,
  toLoneFile,
  toMomentText,
  toNames,
  toPerson,
  toPlaces,
  toQuoted,
  toSettingSentence,
} from '../../../src/render/report/voice.ts';
import { measure } from '../../../src/render/columns.ts';
import { nameLimit } from '../../../src/domain/whatsapp-facts.ts';
import { escapeTerminal } from '../../../src/safe/escape.ts';
import { escapeInline } from '../../../src/safe/inline.ts';
import type { GroupView } from '../../../src/view/group-view.ts';
import { plainVoice } from './plain-voice.ts';

const group = (name: string, file = `${name.toLowerCase()}.yaml`) =>
  ({ name: escapeTerminal(name), file: escapeTerminal(file) }) as GroupView;
const names = (count: number) => Array.from({ length: count }, (_, index) => escapeInline(`n${index}`));

describe('what somebody wrote stands apart', () => {
  test('a person in bold, a masked number as it is', () => {
    expect(toPerson('Ana', plainVoice)).toBe('*Ana*');
    expect(toPerson('+44 •••• ••• 002', plainVoice)).toBe('<+44 •••• ••• 002>');
  });

  test('a text in quotes holds none of its own', () => {
    expect(toQuoted('a” b "c', plainVoice)).toBe("“<a' b 'c>”");
  });

  test('a file in quotes where it could be words', () => {
    expect(toFile('choir/altos.yaml', plainVoice)).toBe('<choir/altos.yaml>');
    expect(toLoneFile('choir/altos.yaml', plainVoice)).toBe('choir/altos.yaml');
    for (const to of [toFile, toLoneFile])
      expect(to('nobody leaves.yaml', plainVoice)).toBe('“<nobody leaves.yaml>”');
  });

  test('and is cut where it is a page of its own', () => {
    expect(measure(toQuoted('x'.repeat(9000), plainVoice))).toBeLessThanOrEqual(2 * nameLimit + 4);
    expect(measure(toPerson('x'.repeat(9000), plainVoice))).toBeLessThanOrEqual(4 * nameLimit + 2);
  });
});

test('a group is called by its name, with its file where another one has that name, and by the file without one', () => {
  const voice = { ...plainVoice, sharedNames: new Set(['Altos']) };
  expect(toGroupName(group('Altos'), plainVoice)).toBe('“<Altos>”');
  expect(toGroupName(group('Altos'), voice)).toBe('“<Altos>” (<altos.yaml>)');
  expect(toGroupName(group('', 'a.yaml'), voice)).toBe('<a.yaml>');
  const many = Array.from({ length: 24 }, (_, index) => group(`G${index}`));
  expect(toGroupNames(many, plainVoice)).toMatch(/“<G19>” and 4 more$/);
});

test('so many names, and the rest as a number', () => {
  expect(toNames(names(3), 3, plainVoice)).toEqual({ names: 'n0, n1 and n2', count: 3 });
  expect(toNames(names(4), 3, plainVoice)).toEqual({ names: 'n0, n1, n2 and 1 more', count: 4 });
  expect(toAllNames(names(40), plainVoice).names).toContain('n39');
});

const of = (...counts: number[]) =>
  toPlaces(
    counts.map((count, index) => ({ group: group(`G${index}`), count })),
    plainVoice,
  );

test('groups with how many people in each, the most first', () => {
  expect(of(0, 0)).toBeUndefined();
  expect(of(0, 3)).toEqual({ places: '“<G1>”', count: 3 });
  expect(of(1, 0, 3)).toEqual({ places: '“<G2>” (3) and “<G0>” (1)' });
  expect(of(7, 6, 5, 4, 3, 2, 1)?.places).toMatch(/“<G4>” \(3\) and 2 more groups \(3/);
});

test.each([
  ['name', 'Old', 'New', /“\*New\*”, instead of “\*Old\*”/],
  ['name', '', 'New', /“\*New\*”, instead of “<>”/],
  ['announce', false, true, /only admins/i],
  ['announce', true, false, /everybody|everyone|all/i],
  ['disappearing', 0, 604_800, /7 days|1 week/],
] as const)('what happens to %s, from %s to %s', (setting, before, after, says) => {
  const drift = { action: 'set', setting, label: escapeTerminal(setting), before, after } as never;
  expect(toSettingSentence(drift, plainVoice)).toMatch(says);
});

const set = (setting: 'topic' | 'photo', before: string, after: string) =>
  toSettingSentence(
    { action: 'set', setting, label: escapeTerminal(setting), before, after } as never,
    plainVoice,
  );

test('a topic and a photo that are new, go, or become another', () => {
  for (const [setting, none] of [
    ['topic', ''],
    ['photo', 'none'],
  ] as const) {
    const told = [set(setting, none, 'a'), set(setting, 'a', none), set(setting, 'a', 'b')];
    expect(new Set(told).size).toBe(3);
    expect(told[1]).toMatch(/^No .* any more/);
  }
});

test('a minute has its zone', () => {
  expect(
    toMomentText(
      { day: '2026-06-02', time: '19:00', zone: escapeTerminal('Asia/Jakarta') } as never,
      plainVoice,
    ),
  ).toBe('2 June 2026, 19:00 (Asia/Jakarta)');
});
