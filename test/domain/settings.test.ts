import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { blankSettings, settingForms, settingNames, mayWrite } from '../../src/domain/settings.ts';

const src = join(import.meta.dirname, '..', '..', 'src');

/** Where a setting has its row; the compiler names each of them for a new one. */
const tables = [
  'config/setting-forms.ts',
  'domain/settings.ts',
  'gowa/setting-fields.ts',
  'planning/obstacles/setting-obstacles.ts',
  'session/rehearse.ts',
  'words/english/english-settings.ts',
  'words/indonesian/indonesian-settings.ts',
  'words/portuguese/portuguese-settings.ts',
];

test('settings have one order, and each a form', () => {
  expect(settingNames).toEqual([
    'name',
    'topic',
    'announce',
    'locked',
    'disappearing',
    'may-add',
    'join-approval',
    'community',
  ]);
  expect(Object.keys(settingForms)).toEqual(settingNames);
  expect(Object.keys(blankSettings)).toEqual(settingNames);
});

test('whoever speaks of one setting by its name is a table of all of them', () => {
  const speakers = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts') && !file.startsWith('sandbox/'))
    .filter((file) => /\bannounce\b/.test(withoutComments(readFileSync(join(src, file), 'utf8'))));
  expect(speakers.toSorted()).toEqual(tables);
});

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
}

test('who may write is said by one setting', () => {
  const announced = { ...blankSettings, announce: true };
  expect([mayWrite(blankSettings, false), mayWrite(announced, false), mayWrite(announced, true)]).toEqual([
    true,
    false,
    true,
  ]);
});
