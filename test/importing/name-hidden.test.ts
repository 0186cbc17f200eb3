import { expect, test } from 'vitest';
import { createHandles } from '../../src/importing/handles.ts';
import { nameHidden } from '../../src/importing/name-hidden.ts';
import { hidden, lid, liveGroup } from '../support/choir.ts';

const [gita, eko, old] = ['330000000000007', '330000000000005', '330000000000001'] as const;
const lives = [
  liveGroup({ unidentified: [hidden(gita), hidden(old), { role: 'member', isOwner: false }] }),
  liveGroup({ unidentified: [hidden(eko), hidden(gita)] }),
];

function name(believesContacts: boolean) {
  return nameHidden(lives, {
    known: new Set([lid(old)]),
    contacts: new Map([[lid(gita), 'gita']]),
    believesContacts,
    handles: createHandles(['hidden'], (text) => text),
    makeHandle: (text) => text,
  });
}

test('one handle each, the same in all groups; what they are called is no handle', () => {
  expect(name(false)).toEqual([
    { lid: eko, handle: 'hidden-2' },
    { lid: gita, handle: 'hidden-3', called: 'gita' },
  ]);
});

test('but where contacts are believed', () => {
  expect(name(true)).toEqual([
    { lid: eko, handle: 'hidden-2' },
    { lid: gita, handle: 'gita', name: 'gita' },
  ]);
});
