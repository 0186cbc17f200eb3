import { expect, test } from 'vitest';
import type { SinceBase } from '../../src/domain/origin.ts';
import { makeSafety } from '../../src/safe/labels.ts';
import { toSinceView } from '../../src/view/to-since-view.ts';
import { phone, singer } from '../support/choir.ts';

const nothing: SinceBase = {
  base: 'origin/main',
  origins: new Map(),
  stopped: [],
  arrived: [],
  relaxed: [],
  unread: [],
  numbers: [],
  loosened: [],
  known: new Set<string>(),
};
test('a group is called what WhatsApp calls it, but where its file is gone', () => {
  const group = { file: 'a.yaml', name: 'Test' };
  const { arrived, relaxed, stopped, loosened } = toSinceView(
    {
      ...nothing,
      arrived: [{ ...group, how: 'new-file' }],
      relaxed: [{ ...group, keys: ['topic'], modes: [] }],
      stopped: [{ ...group, how: 'id-edited' }],
      loosened: [{ kind: 'handed-over', before: 'one', after: 'two', groups: [group] }],
    },
    makeSafety(false),
    () => 'Choir',
  );
  expect([...arrived, ...relaxed].map(({ name }) => name)).toEqual(['Choir', 'Choir']);
  expect(loosened).toMatchObject([{ groups: [{ name: 'Choir' }] }]);
  expect(stopped).toMatchObject([{ name: 'Test' }]);
});

const view = (more: Partial<SinceBase>) => toSinceView({ ...nothing, ...more }, makeSafety(true));

test('a number that changed is masked on both sides, even where others are shown', () => {
  const person = { ...singer(2), handle: 'ana' };
  const { numbers } = view({ numbers: [{ person, before: phone('447700900003'), groups: 3, adminIn: 1 }] });
  expect(numbers).toMatchObject([{ label: 'ana', groups: 3, adminIn: 1 }]);
  expect(JSON.stringify(numbers)).not.toMatch(/7700|90000/);
  expect(numbers[0]?.before).not.toBe(numbers[0]?.after);
});

test('what hides most comes first', () => {
  const kinds = ['photo', 'group', 'id', 'protected', 'policy', 'people'] as const;
  const { unread } = view({ unread: kinds.map((what) => ({ file: `${what}.yaml`, what })) });
  expect(unread.map(({ what }) => what)).toEqual(kinds.toReversed());
});

test('files and names of groups are safe, a name that nobody knows is empty', () => {
  const { stopped, arrived, base } = view({
    base: 'main\u001b[2K',
    stopped: [{ file: 'a\n.yaml', how: 'deleted' }],
    arrived: [{ file: 'b.yaml', name: 'B\u202e', how: 'new-file' }],
  });
  expect(JSON.stringify([stopped, arrived, base])).not.toMatch(/(?<!\\)\\[nu]|\u202e/);
  expect([stopped[0]?.name, stopped[0]?.how, arrived[0]?.how]).toEqual(['', 'deleted', 'new-file']);
});
