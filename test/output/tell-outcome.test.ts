import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ApplyOutcome } from '../../src/domain/plan/outcome.ts';
import type { ApplyOptions } from '../../src/options.ts';
import { tellOutcome } from '../../src/output/tell-outcome.ts';
import { connect, succeed } from '../gowa/connect.ts';
import { altos } from '../support/choir.ts';
import { makeFolder } from '../support/folder.ts';
import { createTestIo } from '../support/stage.ts';
import { findDrift, options as plain } from './viewed.ts';

const work = findDrift();
const { plan } = work;
const options: ApplyOptions = { ...plain, plans: [] };
const [group] = plan.groups;
if (!group) throw new Error('there is one');

/** All that was due is done, but for the add, which was declined. */
const outcome: ApplyOutcome = {
  groups: [
    {
      group: altos,
      file: 'altos.yaml',
      reading: group.reading,
      outcomes: group.changes.map((change) =>
        change.action === 'add'
          ? { change, result: 'declined', cause: 'declined' }
          : { change, result: 'verified' },
      ),
    },
  ],
  paceSpent: false,
  interrupted: false,
};

async function tell(more: Partial<ApplyOptions>, showPhones = false) {
  const { client } = await connect((_, response) =>
    succeed(response, { invite_link: 'https://chat.whatsapp.com/AbC' }),
  );
  const { io, written } = createTestIo({ terminal: { isInteractive: showPhones } });
  const isWritten = await tellOutcome(
    { work, client, plan, outcome, showPhones },
    { ...options, ...more },
    io,
  );
  return { isWritten, ...written };
}

const number = /7700 ?900002/;

test('what became of a run is shown, and written down as it was asked for', async () => {
  const folder = makeFolder();
  const [report, markdown, html] = ['a.json', 'a.md', 'a.html'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  const { isWritten, out, err } = await tell({ report, markdown, html });
  expect({ isWritten, err }).toEqual({ isWritten: true, err: '' });
  expect(out).toContain('declined');
  expect(JSON.parse(readFileSync(report, 'utf8'))).toMatchObject({ kind: 'apply' });
  for (const path of [markdown, html]) expect(readFileSync(path, 'utf8')).toContain('Altos');
});

test('numbers that are shown on the terminal stand in no file', async () => {
  const folder = makeFolder();
  const [report, html] = ['a.json', 'a.html'].map((name) => join(folder, name)) as [string, string];
  const { out } = await tell({ report, html }, true);
  expect(out).toMatch(number);
  expect(out).toContain('https://chat.whatsapp.com/AbC');
  for (const path of [report, html]) {
    expect(readFileSync(path, 'utf8')).not.toMatch(number);
    expect(readFileSync(path, 'utf8')).not.toContain('chat.whatsapp.com');
  }
});

test.each(['report', 'markdown', 'html'])(
  'a %s that cannot be written is told after what became of it',
  async (kind) => {
    const path = join(makeFolder(), 'missing', 'file');
    const { isWritten, out, err } = await tell({ [kind]: path });
    expect(isWritten).toBe(false);
    expect(out).toContain('declined');
    expect(err).toBe(`Error: ${path} cannot be written: its folder does not exist (ENOENT).\n`);
  },
);
