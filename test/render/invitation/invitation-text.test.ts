import { expect, test } from 'vitest';
import { layItem, renderInvitation } from '../../../src/render/invitation/invitation-text.ts';
import { say } from '../../../src/safe/inline.ts';
import { toMessageName } from '../../../src/safe/message-name.ts';
import { english } from '../../../src/words/english/english.ts';
import { languages } from '../sample-reports.ts';

const link = 'https://chat.whatsapp.com/AbCdEfGhIjK1234567890m';
const view = { group: toMessageName('Altos'), link, isApproved: true, isSandbox: false, people: [say`ana`] };
const style = { colour: false, ascii: false, width: 40 };

test('link, what it can do, code, text and people, in 40 columns but for what is copied', () => {
  const text = renderInvitation(view, english, style);
  const [before = '', after = ''] = text.split('Text to copy');
  expect(before).toContain(link);
  expect(before.replaceAll(/\s+/g, ' ')).toContain('can ask to join');
  expect(before).toContain('█');
  expect(before.split('\n').filter((line) => line !== link && [...line].length > 40)).toEqual([]);
  expect(after).toContain(`yes:\n${link}\n`);
  expect(after).toContain('To invite: 1 person\n  + ana\n');
});

test('whoever has an open group’s link joins, and a sandbox leads nowhere', () => {
  const text = renderInvitation({ ...view, isApproved: false, isSandbox: true, people: [] }, english, style);
  expect(text.replaceAll(/\s+/g, ' ')).toMatch(/^Sandbox:.*joins at once.*Nobody is to be invited now/);
});

test('in ASCII nothing else is drawn, and a narrow terminal hears of --file', () => {
  const ascii = renderInvitation({ ...view, group: toMessageName('A') }, english, {
    ...style,
    ascii: true,
    width: 80,
  });
  expect(ascii).not.toMatch(/[█▀▄]/);
  expect(ascii).toContain('####');
  expect(renderInvitation(view, english, { ...style, ascii: true })).toContain('--file');
});

test('a long name goes on below its own beginning', () => {
  expect(layItem('Budi Santoso of the basses', '+', 20)).toEqual(['  + Budi Santoso of', '    the basses']);
});

test.each(languages)('as it is read in $language', async (words) => {
  const suffix = words.language === 'en' ? '' : `-${words.language}`;
  for (const isApproved of [true, false]) {
    const text = renderInvitation({ ...view, isApproved }, words, { ...style, width: 80 });
    const name = `invitation-${isApproved ? 'knock' : 'open'}${suffix}.txt`;
    await expect(text).toMatchFileSnapshot(`../../golden/${name}`);
  }
});
