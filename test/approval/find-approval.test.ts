import { expect, test } from 'vitest';
import { createGroupFinder } from '../../src/approval/find-approval.ts';
import type { Organisation } from '../../src/domain/organisation.ts';
import { makeSafety } from '../../src/safe/labels.ts';
import { desiredGroup } from '../render/sample-plans.ts';

const legacy = '447700900001-1598765432@g.us';

function find(shown: string, ...files: readonly string[]) {
  const groups = files.map((file) => ({ ...desiredGroup(file, 'A'), id: legacy }));
  return createGroupFinder({ groups } as unknown as Organisation)({ file: shown } as never);
}

test('a group without an id to show is found by its file, also where a number in its name is masked', () => {
  for (const file of ['b.yaml', '447700900188.yaml', 'class-12-34567.yaml', 'a\u202eb.yaml'])
    expect(find(makeSafety(false).line(file), 'z.yaml', file)).toBe(legacy);
});

test('where two files look alike by then, neither is taken', () => {
  const [one, other] = ['447700900188.yaml', '447700911188.yaml'] as const;
  expect(find(makeSafety(false).line(one), one, other)).toBeUndefined();
});
