import { expect, test } from 'vitest';
import { renderSetup } from '../../../src/render/terminal/setup-text.ts';
import { measure } from '../../../src/render/columns.ts';
import type { SetupView } from '../../../src/view/onboarding/setup-view.ts';
import { english } from '../../../src/words/english/english.ts';
import { indonesian } from '../../../src/words/indonesian/indonesian.ts';
import { portuguese } from '../../../src/words/portuguese/portuguese.ts';

const view: SetupView = {
  written: ['groups/_policy.yaml'],
  left: ['.gitignore'],
  edited: ['.github/workflows/plan.yml'],
  missingIgnore: '.rollcall/',
  facts: {
    account: '+44 •••• ••• 001',
    isSandbox: true,
    unasked: 'it does not answer',
    shared: ['GG'],
    ownZone: 'UTC',
    isNobodyProtected: true,
  },
  forge: {
    kind: 'github',
    name: 'GitHub',
    secrets: ['ROLLCALL_URL'],
    optional: ['ROLLCALL_RUNNER', 'SOPS_AGE_KEY'],
    keyCommand: 'openssl rand',
    variable: 'ROLLCALL',
    uses: './.github/actions/rollcall',
    needsCopy: true,
  },
  folder: "Bob's\u202e groups",
  url: 'https://gowa.example.org/x',
};

test.each([english, indonesian, portuguese])(
  'all of it fits 40 columns, but what is to be copied: $language',
  (words) => {
    const lines = renderSetup(view, words, { colour: false, ascii: false, width: 40 }).split('\n');
    const wide = lines.filter((line) => measure(line) > 40 && !/^ {2,4}(?:export|cd|[\w./-]+$)/.test(line));
    expect(wide).toEqual([]);
  },
);

test('a folder is one word for a shell, and nothing in it moves the cursor', () => {
  const text = renderSetup(view, english, { colour: false, ascii: true });
  expect(text).toContain(String.raw`cd 'Bob'\''s\u{202e} groups'`);
  expect(text).toMatch(/export ROLLCALL_URL=https:\/\/gowa\.example\.org\/x ROLLCALL_USER/);
});

test('where everything is there, that is said, and nothing is told of a policy', () => {
  const text = renderSetup({ written: [], left: ['.gitignore'], edited: [] }, english, {
    colour: false,
    ascii: false,
  });
  expect(text).toMatch(
    /^Everything is there already.*\nThere already, and left as it is:\n {2}\.gitignore\n\nNext:/,
  );
});

test.each([english, indonesian, portuguese])(
  'what ROLLCALL_TOKEN is needed for is told as it is at the forge: $language',
  (words) => {
    const tell = (kind: 'github' | 'gitea') => {
      const forge = { ...view.forge!, kind, optional: ['ROLLCALL_TOKEN'] };
      const text = renderSetup({ ...view, forge }, words, { colour: false, ascii: false, width: 1_000 });
      return /ROLLCALL_TOKEN .*/.exec(text)?.[0];
    };
    expect(tell('gitea')).toMatch(/ROLLCALL_ADOPT.*docs\/forgejo\.md/);
    expect(tell('github')).toMatch(/pull request/);
  },
);
