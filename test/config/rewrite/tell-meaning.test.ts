import { expect, test } from 'vitest';
import { parseInTurns } from '../../../src/config/parse.ts';
import { resolveOrganisation } from '../../../src/config/resolve.ts';
import { tellMeaning, tellWho } from '../../../src/config/rewrite/tell-meaning.ts';
import { noon } from '../../support/choir.ts';

async function tell(group: string): Promise<string> {
  const files = [
    {
      path: '_people.yaml',
      file: '_people.yaml',
      text: 'people:\n  ana: "+44 7700 900002"\n  budi: "+44 7700 900003"\n',
    },
    {
      path: '_policy.yaml',
      file: '_policy.yaml',
      text: 'account: "+44 7700 900001"\ntimezone: Europe/London\n',
    },
    { path: 'a.yaml', file: 'a.yaml', text: group },
  ];
  return tellMeaning(resolveOrganisation(await parseInTurns({ root: '.', files, diagnostics: [] }), noon));
}

test.each([
  ['members: [ana]', '\n# moved\n"members": [ana, "+447700900002", ana]', true],
  ['members: [ana]', 'members: [budi]', false],
  ['members: [ana, budi]', 'members: [budi, ana]', false],
  ['members: [ana]', 'admins: [ana]', false],
  ['members: [ana]', 'members: [{ person: ana, until: 2027-01-01 }]', false],
  ['members: [lid:330631678702157]', 'members: [lid:330631678702158]', false],
  ['topic: a', 'topic: b', false],
  ['members: [ana]', 'members: [ana, citra]', false],
  ['members: [ana, citra]', 'members: [citra, "+447700900002"]', true],
])('%j and %j mean the same: %j', async (one, other, isSame) => {
  const id = 'id: 120363000000000001@g.us\n';
  expect((await tell(id + one)) === (await tell(id + other))).toBe(isSame);
});

async function tellNamed(people: string, members: string, named: readonly string[] = []) {
  const files = [
    { path: '_people.yaml', file: '_people.yaml', text: people },
    { path: '_policy.yaml', file: '_policy.yaml', text: 'account: "+44 7700 900001"\n' },
    { path: 'altos.yaml', file: 'altos.yaml', text: `name: Altos\nmembers: ${members}\n` },
  ];
  const resolution = resolveOrganisation(await parseInTurns({ root: '.', files, diagnostics: [] }), noon);
  return resolution.kind === 'organisation' ? tellWho(resolution.organisation, new Set(named)) : '';
}

test('who is meant is told apart from how their number is written', async () => {
  const bare = await tellNamed('people: { ana: "+44 7700 900002" }\n', '[ana, "+44 7700 900003"]');
  const handles = 'people: { budi: "+44 7700 900003", ana: "+447700900002" }\n';
  expect(await tellNamed(handles, '[ana, budi]', ['budi'])).toBe(bare);
  expect(await tellNamed(handles, '[ana, budi]')).not.toBe(bare);
  expect(await tellNamed(handles.replace('900003', '900004'), '[ana, budi]', ['budi'])).not.toBe(bare);
});
