import { describe, expect, it } from 'vitest';
import { toPlainName } from '../../src/render/plain-name.ts';
import { tellCreation } from '../../src/render/tell-creation.ts';
import { escapeTerminal } from '../../src/safe/escape.ts';
import { escapeInline } from '../../src/safe/inline.ts';
import type { FateView, NewGroupView } from '../../src/view/creation/new-group-view.ts';
import { english } from '../../src/words/english/english.ts';
import { indonesian } from '../../src/words/indonesian/indonesian.ts';
import { portuguese } from '../../src/words/portuguese/portuguese.ts';
import type { Words } from '../../src/words/words.ts';

const base: NewGroupView = {
  file: escapeTerminal('club.yaml'),
  name: escapeTerminal('Book Club'),
  id: 'abc',
  refused: false,
  others: ['120363000000000001@g.us'],
  first: escapeTerminal('ana'),
};
const tell = (more: Partial<NewGroupView>, words: Words = english) =>
  tellCreation({ ...base, ...more }, words, { escape: escapeInline, toName: toPlainName });
const fate = (more: FateView): Partial<NewGroupView> => ({ fate: more });

const obstacles = Object.keys(english.creations.obstacles) as (keyof typeof english.creations.obstacles)[];
const fates: readonly FateView[] = [
  { result: 'made', group: '120363000000000001@g.us', filed: 'filed', joined: [escapeTerminal('ana')] },
  { result: 'taken', group: '120363000000000001@g.us', filed: 'not-filed', text: escapeTerminal('why') },
  { result: 'made', group: '120363000000000001@g.us', filed: 'rehearsed' },
  { result: 'failed', text: escapeTerminal('406') },
  { result: 'unknown', text: escapeTerminal('504') },
  { result: 'nobody' },
  ...(['limit', 'not-approved', 'pace', 'stopped', 'interrupted'] as const).map((cause): FateView => ({
    result: 'skipped',
    cause,
  })),
];

describe('what is said of a group to make', () => {
  it.each([english, indonesian, portuguese])(
    'is another sentence for each case, in every language',
    (words) => {
      const told = [
        tell({}, words),
        tell({ isInvited: true }, words),
        tell({ refused: true }, words),
        tell({ found: '120363000000000009@g.us' }, words),
        ...obstacles.map((obstacle) => tell({ obstacle }, words)),
        ...fates.map((each) => tell(fate(each), words)),
      ];
      // What a run says of a limit, and of what nobody approved, is what the plan said.
      expect(new Set(told).size).toBeGreaterThanOrEqual(told.length - 2);
      for (const sentence of told) expect(sentence).not.toMatch(/undefined|\.$/);
    },
  );

  it('names groups where it is about some', () => {
    expect(tell({ obstacle: 'same-name' })).toContain('120363000000000001@g.us');
    expect(tell({ obstacle: 'several' })).toContain('120363000000000001@g.us');
  });

  it('never loses an id', () => {
    const lost = { result: 'made', group: '120363000000000001@g.us', filed: 'not-filed' } as const;
    expect(tell(fate(lost))).toContain('write id: 120363000000000001@g.us into it');
  });

  it('is what the plan says where that is why it was not tried', () => {
    const skipped = { result: 'skipped', cause: 'obstacle' } as const;
    expect(tell({ obstacle: 'no-name', ...fate(skipped) })).toBe(tell({ obstacle: 'no-name' }));
  });
});
