import { describe, expect, test } from 'vitest';
import { findEndNews, findNews, findTopic } from '../../src/notifying/find-news.ts';
import type { Report } from '../../src/notifying/parse-report.ts';
import { parseReport } from '../../src/notifying/parse-report.ts';

const none = { isPending: () => false };

function report(kind: 'plan' | 'apply', more: object): Report {
  return parseReport(
    JSON.stringify({ formatVersion: '1.4', kind, account: 'main', groups: [], ...more }),
    'r',
  );
}

const group = (more: object, file = 'altos.yaml') => ({ file, name: 'Altos', ...more });
const add = (id: string, more: object = {}) => ({ id, action: 'add', label: 'ana', ...more });
const outcome = (result: string) => ({ outcome: { result } });

const plan = (...groups: object[]) => report('plan', { groups });
const apply = (...groups: object[]) => report('apply', { groups, run: {} });

describe('silence where all is fine', () => {
  test.each([
    ['nothing differs', plan()],
    ['what differs needs nobody', plan(group({ leftAlone: [{ reason: 'asks', needsHuman: false }] }))],
    ['all is verified', apply(group({ changes: [add('a', outcome('verified'))] }))],
    ['the rest waits for another day', apply(group({ changes: [add('a', outcome('skipped'))] }))],
    ['nobody approved it', apply(group({ changes: [add('a')] }))],
    ['a group was made', report('apply', { toCreate: [{ name: 'N', fate: { result: 'made' } }] })],
    [
      'it waits to be made',
      report('apply', { toCreate: [{ name: 'N', fate: { result: 'skipped', cause: 'pace' } }] }),
    ],
  ])('%s', (_, each) => expect(findNews([each], none)).toBeUndefined());

  test('what was approved and waits for its turn is no drift', () => {
    const each = plan(group({ changes: [add('a'), add('b')] }));
    expect(findNews([each], { isPending: () => true })).toBeUndefined();
    expect(findNews([each], { isPending: (id) => id === 'a' })?.groups).toEqual([
      { name: 'Altos', matters: { differs: 1 } },
    ]);
  });

  test('a pull request’s own changes are told by its comment', () => {
    const changes = [add('a', { origin: 'pull-request' }), add('b', { origin: 'earlier-merge' })];
    const leftAlone = [{ reason: 'left', needsHuman: true }];
    const since = { base: 'abc' };
    expect(
      findNews([report('plan', { since, groups: [group({ changes, leftAlone })] })], none),
    ).toBeUndefined();
    const phone = group({ changes: [add('c', { origin: 'phone' })] });
    expect(findNews([report('plan', { since, groups: [phone] })], none)?.groups).toHaveLength(1);
  });
});

describe('what needs somebody', () => {
  test.each([
    ['differs', plan(group({ changes: [add('a'), add('b')] })), { differs: 2 }],
    ['a limit', plan(group({ changes: [add('a', { refused: true })] })), { refused: 1 }],
    ['unreadable', plan(group({ unreadable: { reason: 'failed' } })), { unreadable: 1 }],
    ['a person', plan(group({ leftAlone: [{ reason: 'left', needsHuman: true }] })), { needHuman: 1 }],
    [
      'an apply',
      apply(
        group({
          changes: [
            add('a', outcome('failed')),
            add('b', outcome('not-verified')),
            add('c', outcome('declined')),
            add('d', { refused: true }),
            add('e', outcome('verified')),
          ],
        }),
      ),
      { failed: 1, notVerified: 1, declined: 1, refused: 1 },
    ],
    [
      'a group that could not be made',
      report('apply', { toCreate: [{ file: 'altos.yaml', name: 'Altos', fate: { result: 'unknown' } }] }),
      { notMade: 1 },
    ],
  ])('%s', (_, each, matters) => {
    expect(findNews([each], none)).toMatchObject({ matters: [], groups: [{ name: 'Altos', matters }] });
  });

  test.each([
    [{ run: { stop: { code: 'session-lost' } } }, 'session-lost'],
    [{ run: { interrupted: true } }, 'interrupted'],
    [{ memory: 'unusable' }, 'memory'],
    [{ expected: 'abc' }, 'unexpected'],
    [{ refusals: [{ limit: 'adds' }] }, 'refused'],
  ])('%j', (more, matter) => expect(findNews([report('apply', more)], none)?.matters).toEqual([matter]));

  test('a group without a name is called as its file', () => {
    const each = plan({ file: 'youth/tenors.yaml', name: ' ', changes: [add('a')] });
    expect(findNews([each], none)?.groups[0]?.name).toBe('tenors');
  });
});

describe('several reports of one run', () => {
  test('are of an apply where one is', () => {
    expect(findTopic([plan(), apply()])).toBe('apply');
    expect(findTopic([plan()])).toBe('drift');
  });

  test('tell of a group once, and what a later pass has done is no failure', () => {
    const first = apply(group({ changes: [add('a', outcome('failed')), add('b', outcome('failed'))] }));
    const rest = apply(group({ changes: [add('a', outcome('verified')), add('b', outcome('failed'))] }));
    expect(findNews([first, rest], none)?.groups).toEqual([{ name: 'Altos', matters: { failed: 1 } }]);
  });
});

const identify = (...reports: Report[]) => findNews(reports, none)?.identity;

describe('the identity of news', () => {
  const changes = [add('a'), add('b')];
  const altos = group({ changes });
  const tenors = group({ changes: [add('c')] }, 'tenors.yaml');

  test('is the same in whatever order, and whatever a group is called', () => {
    const other = { ...altos, name: 'ALTOS', changes: changes.toReversed() };
    expect(identify(plan(altos, tenors))).toBe(identify(plan(tenors, other)));
  });

  test('is another one where something else differs, as many as it may be', () => {
    expect(identify(plan(altos))).not.toBe(identify(plan(group({ changes: [add('a'), add('z')] }))));
    expect(identify(plan(altos))).not.toBe(identify(plan(altos, tenors)));
    expect(identify(plan(group({ changes: [add('a', { refused: true })] })))).not.toBe(
      identify(plan(group({ changes: [add('a')] }))),
    );
  });
});

test.each([
  [0, undefined],
  [2, undefined],
  [3, undefined],
  [130, undefined],
  [1, ['ended']],
  [70, ['ended']],
  [65, ['mistakes']],
])('a run that ended with %i and no report: %j', (code, matters) => {
  expect(findEndNews(code, 'apply', { ...none, account: 'second' })?.matters).toEqual(matters);
});
