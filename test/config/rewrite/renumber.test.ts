import { expect, test } from 'vitest';
import { parseInTurns } from '../../../src/config/parse.ts';
import { findBareNumbers } from '../../../src/config/rewrite/bare-numbers.ts';
import { renumber } from '../../../src/config/rewrite/renumber.ts';

const files = [
  { path: '_people.yaml', file: 'groups/_people.yaml', text: 'people:\n  ana: "+44 7700 900002"\n' },
  {
    path: '_policy.yaml',
    file: 'groups/_policy.yaml',
    text: 'account: "+44 7700 900001"\nprotected: ["+44 7700 900003"]\n',
  },
  {
    path: 'altos.yaml',
    file: 'groups/altos.yaml',
    text: 'members: ["+44 7700 900002", "+44 7700 900003"]\n',
  },
];

async function change(own = files) {
  const { sources, people } = await parseInTurns({ root: 'groups', files: own, diagnostics: [] });
  const handles = new Map(
    findBareNumbers(sources).map(({ key, phone }) => [key, phone.endsWith('2') ? 'ana' : 'budi']),
  );
  return renumber(sources, people, {
    numbers: new Map([
      ['ana', 'sealed:a'],
      ['budi', 'sealed:b'],
    ]),
    handles,
    added: new Map([['budi', '+447700900003']]),
    policy: (text) => `${text}# the end\n`,
  });
}

test('who is new comes first and in plain text, lists next, sealed numbers then, the policy last', async () => {
  const { rewritten, steps } = await change();
  expect(steps.map(({ source, text }) => [source.path, text])).toEqual([
    ['_people.yaml', 'people:\n  ana: "+44 7700 900002"\n  budi: "+447700900003"\n'],
    ['altos.yaml', 'members: [ana, budi]\n'],
    ['_policy.yaml', 'account: "+44 7700 900001"\nprotected: [budi]\n'],
    ['_people.yaml', 'people:\n  ana: sealed:a\n  budi: sealed:b\n'],
    ['_policy.yaml', 'account: "+44 7700 900001"\nprotected: [budi]\n# the end\n'],
  ]);
  const last = new Map(steps.map(({ source, text }) => [source.path, text]));
  expect(new Map(rewritten.map(({ source, text }) => [source.path, text]))).toEqual(last);
  // Each step is on top of the one before.
  expect(steps[3]?.source.text).toBe(steps[0]?.text);
});

test('a file of people is begun where there is none', async () => {
  const { rewritten } = await change(files.slice(1));
  expect(rewritten[0]).toEqual({
    source: { path: '_people.yaml', file: 'groups/_people.yaml', text: '' },
    text: 'people:\n  budi: sealed:b\n',
  });
});

test('what does not change is not written', async () => {
  const { sources, people } = await parseInTurns({ root: 'groups', files, diagnostics: [] });
  const nothing = { numbers: new Map(), handles: new Map(), added: new Map(), policy: String };
  expect(renumber(sources, people, nothing)).toEqual({ rewritten: [], steps: [] });
});
