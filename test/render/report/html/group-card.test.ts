import { expect, test } from 'vitest';
import { toGroupHtml } from '../../../../src/render/report/html/group-card.ts';
import type { ReportGroup } from '../../../../src/render/report/types.ts';
import { escapeHtml } from '../../../../src/safe/escape-html.ts';
import { english } from '../../../../src/words/english/english.ts';

const text = escapeHtml;

/** A group's card, everything empty but what is given. */
const card = (parts: Partial<ReportGroup>) =>
  toGroupHtml(
    {
      title: text('Altos'),
      file: text(''),
      claim: text(''),
      counts: text(''),
      size: 1,
      risk: 'low',
      badges: [],
      alerts: [],
      lifted: [],
      blocks: [],
      rows: [],
      ...parts,
    },
    english,
  );

const pixel = 'data:image/png;base64,iVBORw0KGgo=';

const shown = (before: string) => card({ photo: { group: text('Altos'), isRemoved: false, before } });

test('a picture is shown if it stands in the page itself; anything else would be asked of a server', () => {
  expect(shown(pixel)).toContain(`<img src="${pixel}"`);
  for (const url of [
    'https://example.org/a.png',
    'data:text/html;base64,AAAA',
    'data:image/svg+xml;base64,AA',
    `${pixel}" onload="x`,
  ]) {
    expect(shown(url)).not.toContain('<img');
    expect(shown(url)).toContain(english.report.headings.noPicture);
  }
});

test('a photo that is removed is not shown as the new one', () => {
  const both = { group: text('Altos'), before: pixel, after: pixel };
  expect(card({ photo: { ...both, isRemoved: false } }).match(/<img/g)).toHaveLength(2);
  expect(card({ photo: { ...both, isRemoved: true } }).match(/<img/g)).toHaveLength(1);
});

const of = (names?: string) =>
  card({
    blocks: [
      {
        result: 'due',
        lead: text(''),
        sentences: [
          { action: 'add', text: text('13 join'), ...(names !== undefined && { names: text(names) }) },
        ],
      },
    ],
  });

test('a long list of names is there for whoever opens it, a short one at once', () => {
  expect(of('Ana, Budi')).toContain(
    '<details class="names"><summary>13 join</summary><p>Ana, Budi</p></details>',
  );
  expect(of()).not.toContain('<details');
});

test('lines of a topic are escaped, and marked by a word for whoever sees no colour', () => {
  const html = card({
    topic: [
      { mark: '-', text: '<b>' },
      { mark: '+', text: '' },
      { mark: ' ', text: 'x' },
    ],
  });
  expect(html).toContain(
    `<del dir="auto"><span class="unseen">${english.report.headings.removedLine} </span>`,
  );
  expect(html).toContain(`<ins dir="auto"><span class="unseen">${english.report.headings.addedLine} </span>`);
  expect(html).not.toContain('<b>');
  expect(html).toContain('&nbsp;</ins>');
});

test('the table has a column for what became of it after a run alone', () => {
  const row = { action: 'add', happens: text('Ana joins'), why: text('listed') } as const;
  const { columns } = english.report.headings;
  expect(card({ rows: [row] })).not.toContain(`<th scope="col">${columns.outcome}</th>`);
  const run = card({ rows: [row, { ...row, result: 'failed' }] });
  expect(run).toContain(`<th scope="col">${columns.outcome}</th>`);
  expect(run).toContain(`<td>${english.report.results.failed.word}</td>`);
  expect(card({})).not.toContain('<table');
});
