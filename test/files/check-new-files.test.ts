import { expect, test } from 'vitest';
import { checkNewFiles } from '../../src/files/check-new-files.ts';
import { altos, living, liveGroup, noon } from '../support/choir.ts';
import { noPast } from '../../src/domain/past.ts';
import type { Sources } from '../../src/config/sources.ts';

const sources: Sources = {
  root: 'groups',
  files: [
    { path: '_policy.yaml', file: 'groups/_policy.yaml', text: 'account: "+447700900001"\n' },
    { path: '_defaults.yaml', file: 'groups/_defaults.yaml', text: 'members: ["+447700900009"]\n' },
  ],
  diagnostics: [],
};
const input = {
  account: 'main',
  readings: new Map([[altos, { kind: 'read' as const, group: liveGroup({ people: [living(2)] }) }]]),
  lids: new Map(),
  past: noPast,
  now: noon,
};

const check = (content: string) => checkNewFiles(sources, [{ path: 'altos.yaml', content }], input);

test('files that say what is so are fine, and what defaults bring to them is named', async () => {
  const { organisation, changedByDefaults } = await check(
    `id: ${altos}\nname: Altos\nmembers: ["+447700900002"]\nadmins: []\n`,
  );
  expect(organisation.groups.map(({ file }) => file)).toEqual(['altos.yaml']);
  expect(changedByDefaults).toEqual(['altos.yaml']);
  const calm = await checkNewFiles(
    { ...sources, files: sources.files.map((file) => ({ ...file, text: file.text.replace(/9"\]/, '2"]') })) },
    [
      {
        path: 'altos.yaml',
        content: `id: ${altos}\nname: Altos\nmembers: ["+447700900002"]\nadmins: []\n`,
      },
    ],
    input,
  );
  expect(calm.changedByDefaults).toEqual([]);
});

test.each([
  ['a mistake', `id: ${altos}\nmembers: [nobody-known]\n`, /unknown-handle in groups\/altos\.yaml:2/],
  ['another setting', `id: ${altos}\nname: Bass\n`, /altos\.yaml \(set\)/],
  ['somebody missing, which exact would act on', `id: ${altos}\nmembers: []\nmanage: additive\n`, /remove/],
])('%s is a bug, and said before anything is written', async (_what, text, why) => {
  await expect(check(text)).rejects.toThrow(why);
});
