import { expect, test } from 'vitest';
import { findInviteAlerts, findInvited } from '../../../src/render/report/to-invite.ts';
import { toView } from '../../../src/view/to-view.ts';
import { linksInput } from '../sample-links.ts';
import { plainVoice } from './plain-voice.ts';

const { groups } = toView(linksInput());

test('everybody is named, with the reason and how it is with the approval', () => {
  const lines = findInvited(groups, plainVoice);
  expect(lines.map(({ title }) => title)).toEqual(['“<Chess>”', '“<Chess>”', '“<Readers>”', '“<Walkers>”']);
  expect(lines[2]?.text).toContain('stopped by a limit');
  expect(lines[3]?.text).toMatch(/walker-14[^:]*: .*approved already/);
});

test('many stand in several lines, so that a comment can be cut between them', () => {
  const [, , , walkers] = groups;
  const one = groups.find(({ name }) => name === 'Walkers')?.toInvite[0];
  if (!one) throw new Error('no sample');
  const crowd = Array.from({ length: 130 }, (_, who) => ({ ...one, who }));
  const group = { ...(walkers ?? groups[0]), toInvite: crowd } as (typeof groups)[number];
  expect(findInvited([group], plainVoice)).toHaveLength(3);
});

test('a limit is told once for a group', () => {
  expect(findInviteAlerts(groups, plainVoice)).toHaveLength(1);
});
