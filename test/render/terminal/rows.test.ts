import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { measure } from '../../../src/render/columns.ts';
import { layRows } from '../../../src/render/terminal/rows.ts';
import type { Columns, Row } from '../../../src/render/terminal/rows.ts';
import { makeStyle } from '../../../src/render/terminal/style.ts';

const style = (width = 100, ascii = false) => makeStyle({ colour: false, ascii, width });
const row = (label: string, text = 'joins', note = '', extra: Partial<Columns> = {}): Row => ({
  kind: 'columns',
  sign: 'add',
  tone: 'good',
  label,
  text,
  note,
  ...extra,
});
const verified = { sign: 'verified', tone: 'good', word: 'verified' } as const;

const at = (line = '', word: string) => measure(line.slice(0, line.indexOf(word)));

describe('columns', () => {
  test('stand below one another, whatever script a name is in', () => {
    const lines = layRows([row('ana', 'joins', 'x'), row('合唱団', 'is no admin any more', 'y')], style());
    expect(at(lines[0], 'joins')).toBe(at(lines[1], 'is no'));
    expect(at(lines[0], 'x')).toBe(measure((lines[1] ?? '').replace(/y$/, '')));
  });

  test('a wide name pushes no other row to the right', () => {
    const lines = layRows([row('ana', 'joins'), row('n'.repeat(60), 'leaves')], style(120));
    expect(lines[0]?.indexOf('joins')).toBeLessThan(34);
    expect(lines[1]).toContain(`${'n'.repeat(60)}  leaves`);
  });

  test('results have a column of their own, and where nothing was tried there is no hole', () => {
    const rows = [row('ana', 'joins', '', { result: verified }), row('budi'), row('citra d.')];
    const lines = layRows(rows, style());
    expect(lines[0]).toMatch(/^ {2}✓ verified +\+ ana {2}/);
    expect(lines[1]).toMatch(/^ {2}\+ budi {2}/);
    expect(lines[1]?.indexOf('joins')).toBe(lines[2]?.indexOf('joins'));
  });

  test('a reason goes below where too little room is left beside', () => {
    const note = 'why this is so, at some length, and then some more of it';
    const [first, ...below] = layRows([row('somebody with a name', 'becomes an admin', note)], style(60));
    expect(first).not.toContain('why');
    expect(below.join(' ').replace(/\s+/g, ' ').trim()).toBe(note);
    expect(layRows([row('ana', 'joins', note)], style(100))).toHaveLength(1);
  });
});

const letters = (all: string) => all.replace(/[\s+✓]/g, '');

test('no line is wider than the terminal, and no word is lost', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', '合', 'é'), minLength: 1, maxLength: 9 });
  const words = fc.array(word, { minLength: 1, maxLength: 14 }).map((all) => all.join(' '));
  fc.assert(
    fc.property(
      words,
      words,
      words,
      fc.boolean(),
      fc.integer({ min: 40, max: 120 }),
      (label, text, note, hasResult, width) => {
        const lines = layRows([row(label, text, note, hasResult ? { result: verified } : {})], style(width));
        expect(lines.filter((line) => measure(line) > width)).toEqual([]);
        expect(letters(lines.join(''))).toBe(letters(`${hasResult ? 'verified' : ''}${label}${text}${note}`));
      },
    ),
    { numRuns: 60 },
  );
});

test('of a heading, a command or a file is never broken: it is there to be copied', () => {
  const file = `${'choir/'.repeat(12)}altos.yaml`;
  expect(layRows([{ kind: 'heading', text: 'Altos', file }], style(40))).toEqual(['Altos', `  ${file}`]);
  expect(layRows([{ kind: 'heading', text: 'Altos', file: 'a.yaml' }], style(40))).toEqual(['Altos  a.yaml']);
});

test('what is quoted stays behind its rule and mark on each line that it fills', () => {
  const line: Row = {
    kind: 'line',
    depth: 2,
    sign: 'rule',
    mark: '+',
    tone: 'good',
    text: 'word '.repeat(30).trim(),
  };
  const lines = layRows([line], style(40));
  expect(lines.length).toBeGreaterThan(3);
  for (const each of lines) expect(each).toMatch(/^ {4}│ \+ word/);
  const [first, second] = layRows([{ ...line, sign: 'refused', mark: '' } as Row], style(40));
  expect(first).toMatch(/^ {4}✗ /);
  expect(second).not.toContain('✗');
});

test('twins in ASCII are measured as they stand there', () => {
  const lines = layRows([row('ana', '… → …', 'x'), row('budi', 'joins', 'x')], style(100, true));
  expect(lines[0]).toContain('... -> ...');
  expect(lines[0]?.indexOf('x')).toBe(lines[1]?.lastIndexOf('x'));
});
