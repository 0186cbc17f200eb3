import { expect, test } from 'vitest';
import { toGroupMarkdown } from '../../../../src/render/report/markdown/group-section.ts';
import type { ReportGroup } from '../../../../src/render/report/types.ts';
import { escapeMarkdown } from '../../../../src/safe/escape-markdown.ts';
import { english } from '../../../../src/words/english/english.ts';

const text = escapeMarkdown;

/** A group's section, everything empty but what is given. */
const section = (parts: Partial<ReportGroup>) =>
  toGroupMarkdown(
    {
      title: text('Altos'),
      file: text('altos.yaml'),
      claim: text(''),
      counts: text('12 removals'),
      size: 12,
      risk: 'high',
      badges: [],
      alerts: [],
      lifted: [],
      blocks: [],
      rows: [],
      ...parts,
    },
    '###',
    english,
  );

const row = { action: 'remove', happens: text('Ana leaves'), why: text('unlisted') } as const;

test('three lengths: the sentences, the same with the table, and numbers where there is no room', () => {
  const { text: plain, more, less } = section({ rows: [row] });
  expect(plain).toMatch(/^### 🔴 Altos · altos.*yaml$/);
  expect(more?.startsWith(plain)).toBe(true);
  expect(more).toContain('| − | Ana leaves | unlisted |');
  expect(less).toContain('12 removals. ');
  expect(less).toContain(english.report.headings.namesCut);
  expect(section({})).not.toHaveProperty('more');
});

test('without a file the title stands alone', () => {
  expect(section({ file: text('') }).text).toBe('### 🔴 Altos');
});

test('alerts stand before what happens, and long lists of names below the sentences', () => {
  const { text: told } = section({
    alerts: [text('a limit')],
    lifted: [text('lifted')],
    blocks: [
      {
        result: 'due',
        lead: text('Due:'),
        sentences: [
          { action: 'add', text: text('13 join'), names: text('Ana') },
          { action: 'remove', text: text('Budi leaves') },
        ],
      },
    ],
  });
  expect(told.split('\n\n').slice(1)).toEqual([
    '> ⛔ a limit',
    '> ⚠️ lifted',
    '**Due:** Budi leaves',
    '<details><summary>13 join</summary>',
    'Ana',
    '</details>',
  ]);
});

test('no line of a topic ends the block in which it stands', () => {
  const { text: told } = section({
    topic: [
      { mark: '+', text: '```` ' },
      { mark: '-', text: '```' },
    ],
  });
  const fence = /(`+)diff\n/.exec(told)?.[1] ?? '';
  expect(fence.length).toBeGreaterThan(4);
  expect(told.endsWith(`\n${fence}`)).toBe(true);
});

test('the new photo is shown where the forge has it', () => {
  const photo = { group: text('Altos'), isRemoved: false, before: 'data:image/png;base64,AA' };
  expect(section({ photo }).text).not.toContain('<img');
  const address = 'https://forge.example/raw/a.jpg?a="b' as never;
  expect(section({ photo: { ...photo, address } }).text).toContain(
    '<img src="https://forge.example/raw/a.jpg?a=&quot;b"',
  );
});

test('the table has a column for what became of it after a run alone', () => {
  const { columns } = english.report.headings;
  expect(section({ rows: [row] }).more).not.toContain(columns.outcome);
  const { more } = section({ rows: [{ ...row, result: 'failed' }] });
  expect(more).toContain(`${columns.why} | ${columns.outcome} |`);
  expect(more).toContain(`unlisted | ${english.report.results.failed.word} |`);
});
