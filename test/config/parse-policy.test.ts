import { describe, expect, test } from 'vitest';
import { resolveOrganisation } from '../../src/config/resolve.ts';
import { noon, toOrganisation, toSources, usual, parseFiles } from './files.ts';

const ana = '447700900002';
const budi = '447700900003';

/** The warnings about an allowance of 15 June, at noon UTC of that day. */
const codes = (timezone: string) => {
  const files = {
    ...usual,
    '_policy.yaml': `account: "+44 7700 900001"\ntimezone: ${timezone}\n`,
    '_people.yaml': 'people: {}\n',
  };
  const text = 'name: G\nallow: { adds: 1, until: 2026-06-15, reason: x }\n';
  const resolution = resolveOrganisation(parseFiles(toSources({ ...files, 'g.yaml': text })), noon);
  return resolution.kind === 'organisation'
    ? resolution.organisation.warnings.map(({ code }) => code)
    : ['mistakes'];
};

describe('policy', () => {
  test('what is absent has the usual numbers', () => {
    const { policy } = toOrganisation({
      '_policy.yaml': 'account: "+44 7700 900001"\n',
      'g.yaml': 'name: G\n',
    });
    expect(policy).toEqual({
      accounts: new Map([['main', '447700900001']]),
      language: 'en',
      manage: 'additive',
      protected: new Set(),
      protectedLids: new Set(),
      limits: {
        removals: { percent: 10, floor: 3, run: 20 },
        demotions: { group: 2, run: 5 },
        promotions: { group: 2, run: 10 },
        adds: { group: 100, run: 300 },
        admins: { min: 1 },
        creates: { run: 5 },
      },
      pace: {
        addsPerDay: 40,
        lookupsPerDay: 400,
        createsPerDay: 3,
        messagesPerDay: 20,
        pause: { min: 3000, max: 8000 },
        afterAdd: { min: 20_000, max: 60_000 },
        reads: { min: 300, max: 900 },
      },
      newMembers: 'add',
      link: { renew: 'never' },
      noticesPerDay: 5,
    });
  });

  test('what is there counts, the rest keeps its default', () => {
    const text = [
      'accounts: { one: "+44 7700 900001", two: "07700 900009" }',
      'country: GB',
      'language: pt-BR',
      'state: .rollcall',
      'protected: [ana, "+44 7700 900010", team:altos]',
      'limits: { removals: { group: 0%, run: 0 }, admins: { min: 2 }, creates: { run: 0 } }',
      'new-members: invite',
      'link: { renew: after-removals }',
      'notify: 0/day',
      'pace: { adds: 5/day, creates: 1/day, messages: 0/day, pause: 1s-2m, reads: 0ms-10ms }',
    ].join('\n');
    const { policy, groups } = toOrganisation({
      ...usual,
      '_policy.yaml': text,
      'g.yaml': 'name: G\naccount: two\nmembers: [caio]\n',
    });
    expect([...policy.accounts]).toEqual([
      ['one', '447700900001'],
      ['two', '447700900009'],
    ]);
    expect([...policy.protected].toSorted()).toEqual([ana, budi, '447700900010']);
    expect(policy.limits.removals).toEqual({ percent: 0, floor: 3, run: 0 });
    expect(policy.limits).toMatchObject({ admins: { min: 2 }, creates: { run: 0 } });
    expect(policy).toMatchObject({ newMembers: 'invite', link: { renew: 'after-removals' } });
    expect(policy.pace).toMatchObject({
      addsPerDay: 5,
      lookupsPerDay: 400,
      createsPerDay: 1,
      messagesPerDay: 0,
      pause: { min: 1000, max: 120_000 },
      reads: { min: 0, max: 10 },
    });
    expect(policy).toMatchObject({ language: 'pt-BR', state: '.rollcall', noticesPerDay: 0 });
    expect(groups[0]?.account).toBe('two');
  });

  test('today begins in the policy’s zone', () => {
    expect(codes('Europe/London')).toEqual([]);
    expect(codes('Pacific/Kiritimati')).toEqual(['allow-expired']);
  });
});
