import { expect, test } from 'vitest';
import { renderWho } from '../../../../src/render/terminal/person/who-text.ts';
import { escapeTerminal as safe } from '../../../../src/safe/escape.ts';
import type { WhoView } from '../../../../src/view/person/to-who-view.ts';
import { loadWords } from '../../../../src/words/load-words.ts';
import { languages } from '../../../../src/domain/organisation.ts';

const view: WhoView = {
  person: {
    label: safe('Ana Prescott'),
    handle: safe('ana'),
    number: safe('+44 •••• ••• 002'),
    lid: '330631678702157',
  },
  isProtected: true,
  isAccount: true,
  isLive: true,
  isSandbox: true,
  groups: [
    {
      file: safe('altos.yaml'),
      name: safe('Altos'),
      desired: {
        role: 'admin',
        manage: 'additive',
        ways: [{ list: 'admins', text: safe('team:altos'), file: safe('_defaults.yaml'), line: 3 }],
        from: '2026-09-01',
        until: '2026-12-31',
        adminFrom: '2026-10-01',
        adminUntil: '2026-11-30',
        byInvite: true,
        readd: '2026-12-01',
      },
      live: { kind: 'there', role: 'member', isOwner: true, isHidden: true },
    },
    { file: safe('b.yaml'), name: safe(''), live: { kind: 'incomplete' } },
  ],
  unread: [safe('b.yaml')],
  elsewhere: 2,
};

test('everything that there is to say of somebody', async () => {
  const text = renderWho(view, await loadWords('en'), { colour: false, ascii: false, width: 200 });
  expect(text).toBe(
    [
      'Ana Prescott (ana)  +44 •••• ••• 002  lid:330631678702157',
      'protected: never removed, never demoted',
      'an account of the policy: always kept',
      '',
      'Altos  altos.yaml',
      '  · files  admin       team:altos in admins (_defaults.yaml:3); from 1 September 2026; until 31 December 2026; admin from 1 October 2026; admin until 30 November 2026; put back once, until 1 December',
      '                       2026; by invitation only; manage: additive',
      '  · now    member      made the group, hides the number, known by their LID',
      '',
      'b.yaml',
      '  · files  not listed',
      '  · now    not seen, but the list is incomplete',
      '',
      'Not known of: b.yaml',
      '2 groups of other accounts not read.',
      'Sandbox: none of this is WhatsApp.',
      '',
    ].join('\n'),
  );
});

test.each(languages)('in %s, on a narrow terminal', async (language) => {
  const text = renderWho({ ...view, groups: [] }, await loadWords(language), {
    colour: true,
    ascii: true,
    width: 40,
  });
  expect(text).toContain('Ana Prescott');
});
