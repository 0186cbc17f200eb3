import { expect, test } from 'vitest';
import * as z from 'zod';
import { readFields, toDesk, toShown, toShownNode } from '../../../src/config/yaml/fields.ts';
import type { Shape } from '../../../src/config/yaml/fields.ts';
import { toLocator } from '../../../src/config/yaml/locate.ts';
import { shownInFile } from '../../../src/config/mistake.ts';
import { count, flag, text } from '../../../src/config/yaml/values.ts';
import type { Diagnostic } from '../../../src/domain/diagnostic.ts';
import { toMark } from '../files.ts';
import { read } from '../edit/meaning.ts';

const shape = {
  name: text('a name'),
  topic: text('a text'),
  announce: flag,
  floor: count(0),
  photo: z.string(),
  members: z.unknown(),
};

/** What of a map fits the shape, and what is said. */
function fit(source: string, own: Shape = shape) {
  const diagnostics: Diagnostic[] = [];
  const desk = toDesk(toLocator({ path: 'a.yaml', file: 'groups/a.yaml', text: source }), diagnostics);
  const { values, has } = readFields(read(source), own, desk);
  return {
    values,
    has,
    diagnostics,
    marks: diagnostics.map(toMark),
    details: diagnostics.map(({ detail }) => detail).join('\n'),
  };
}

test('what fits stays, the rest is told with its place', () => {
  const { values, marks, has } = fit('name: A\nannounce: maybe\nfloor: 3\ncolour: red\ntopic:\n');
  expect(values).toEqual({ name: 'A', floor: 3 });
  expect(marks).toEqual([
    'error a.yaml:2:11 wrong-value',
    'error a.yaml:4:1 unknown-key',
    'error a.yaml:5:1 no-value',
  ]);
  expect(['announce', 'topic', 'photo', 'colour'].map((key) => has(key))).toEqual([true, true, false, false]);
});

test.each([
  ['topics', 'topic'],
  ['description', 'topic'],
  ['subject', 'name'],
  ['participants', 'members'],
  ['avatar', 'photo'],
])('`%s` was meant as `%s`, which then is there', (key, meant) => {
  const { details, has } = fit(`${key}: x\n`);
  expect(details).toContain(`Did you mean \`${meant}\`?`);
  expect(has(meant)).toBe(true);
});

test.each([
  ['members:\n', 'Nobody is written `members: []`'],
  ['photo: ~\n', '`photo: none`'],
  ['topic: #choir\n', 'put the text in quotes'],
  ['topic:\n', 'Write a value, or remove the key'],
])('%j has no value, and it is said how to write what may be meant', (source, says) => {
  const { details, values } = fit(source);
  expect(values).toEqual({});
  expect(details).toContain(says);
});

test.each([
  ['name: Altos #1\n', 'cut-text'],
  ['name: “Altos”\n', 'quoted-text'],
  ['name: "“Altos”"\n', undefined],
  ['name: Altos # of 2026\n', undefined],
  ['floor: 1 #x\n', undefined],
])('%j: a text that may have lost or won a letter', (source, code) => {
  expect(fit(source).diagnostics.map((each) => each.code)).toEqual(code === undefined ? [] : [code]);
});

test('a number that is more than a small count stays as it is written', () => {
  expect(fit('name: 007\n').values).toEqual({ name: '007' });
  expect(fit('name: 1.10\n').values).toEqual({ name: '1.10' });
  expect(fit('name: 447700900002\n').values).toEqual({ name: '447700900002' });
  expect(fit('floor: 10\n').values).toEqual({ floor: 10 });
});

test('a slip of the hand is told once for its line, in place of all that follows from it', () => {
  const text = 'a: 1\nname:\u00a0A\n';
  const diagnostics: Diagnostic[] = [];
  const desk = toDesk(toLocator({ path: 'a.yaml', file: 'groups/a.yaml', text }), diagnostics);
  for (const code of ['unknown-key', 'no-value'] as const) desk.report(code, 'x', { start: 5, end: 9 });
  expect(diagnostics.map(toMark)).toEqual(['error a.yaml:2:1 yaml-space']);
  desk.report('duplicate-id', 'x', { start: 5, end: 9 });
  desk.report('no-value', 'x', { start: 0, end: 1 });
  expect(diagnostics.map(({ code }) => code)).toEqual(['yaml-space', 'duplicate-id', 'no-value']);
});

test('keys of objects are no keys of a file, and of very many unknown ones the first are told', () => {
  expect(fit('constructor: x\n__proto__: y\n').diagnostics.map(({ code }) => code)).toEqual([
    'unknown-key',
    'unknown-key',
  ]);
  const many = Array.from({ length: shownInFile + 50 }, (_, index) => `q${index}: 1\n`).join('');
  expect(fit(many).diagnostics.length).toBe(shownInFile + 1);
});

const shown = (source: string) => read(source).pairs.map(({ value }) => value && toShownNode(value));

test('what is shown of a value is short, on one line, and no whole number', () => {
  expect(toShown(`a\nb ${'x'.repeat(60)}`)).toBe(`a b ${'x'.repeat(36)}…`);
  expect(toShown('+44 7700 900002')).not.toContain('7700');
  expect(shown('a: [1]\nb: { c: 1 }\nd: ""\ne: 1.50\n')).toEqual([
    'a list',
    'a map',
    'an empty text',
    '`1.50`',
  ]);
});
