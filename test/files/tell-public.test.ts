import { join } from 'node:path';
import { expect, test } from 'vitest';
import { main } from '../../src/main.ts';
import { makeFolder } from '../support/folder.ts';
import { createTestIo } from '../support/stage.ts';

const files = {
  '_policy.yaml': 'account: "+44 7700 900001"\n',
  '_people.yaml': 'people:\n  ana: "+44 7700 900002"\n',
  'altos.yaml': 'id: 120363000000000001@g.us\nmembers: [ana, "+44 7700 900003"]\n',
};

async function validate(env: Readonly<Record<string, string>>) {
  const { io, written } = createTestIo({ env });
  await main(['validate', '--groups', makeFolder(files)], io);
  return written.err;
}

test.each([
  ['{"repository":{"private":false}}', true],
  ['{"repository":{"private":true}}', false],
  ['{"repository":{}}', false],
  ['null', false],
  ['no JSON', false],
])('of the event %s it is said: %s', async (event, isSaid) => {
  const folder = makeFolder({ 'event.json': event });
  const err = await validate({ GITHUB_EVENT_PATH: join(folder, 'event.json') });
  expect(err.includes('2 phone numbers stand in plain text in a repository that everybody may read')).toBe(
    isSaid,
  );
});

test('GitLab says it in a variable, and elsewhere nothing is said', async () => {
  expect(await validate({ CI_PROJECT_VISIBILITY: 'public' })).toContain('rollcall keygen');
  expect(await validate({ CI_PROJECT_VISIBILITY: 'private' })).toBe('');
  expect(await validate({ GITHUB_EVENT_PATH: '/nowhere' })).toBe('');
});
