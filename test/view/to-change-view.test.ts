import { expect, test } from 'vitest';
import type { PhotoChange } from '../../src/domain/plan/change.ts';
import type { DesiredPhoto, LivePhoto, Signature } from '../../src/domain/picture.ts';
import type { LeftAloneReason } from '../../src/domain/plan/left-alone.ts';
import { makeSafety } from '../../src/safe/labels.ts';
import { toChangeView, toLeftAloneView } from '../../src/view/to-change-view.ts';
import { altos, desiredGroup, span } from '../support/choir.ts';

const safety = makeSafety(false);
const signature = '' as Signature;
const live: LivePhoto = { kind: 'picture', id: '17', picture: { signature, thumbnail: 'data:live' } };
const file: DesiredPhoto = {
  kind: 'file',
  path: 'photos/al\u001btos.jpg',
  picture: { signature, thumbnail: 'data:file', sha256: 'a'.repeat(64) },
};

function change(before: LivePhoto, after: DesiredPhoto, distance?: number): PhotoChange {
  const about = { group: altos, action: 'set', setting: 'photo', why: { kind: 'differs' } } as const;
  return { ...about, before, after, ...(distance !== undefined && { distance }) };
}

function view(photo: PhotoChange) {
  return toChangeView(
    {
      change: photo,
      id: 'abc',
      desired: desiredGroup(),
      refused: false,
      outcome: undefined,
      findPerson: () => undefined,
    },
    safety,
  );
}

test.each([
  ['groups/choir/altos.yaml', undefined],
  ['groups/choir/_defaults.yaml', 'choir/_defaults.yaml'],
  ['groups/_defaults.yaml', '_defaults.yaml'],
  ['../elsewhere/people.yaml', '../elsewhere/people.yaml'],
])('a file is told by where it lies below the groups folder, wherever that is: %s', (from, source) => {
  for (const root of ['', '/home/clara/', '../']) {
    const place = (path: string) => ({ ...span, file: path.replace(/^groups/, `${root}groups`) });
    const own = { ...desiredGroup({ file: 'choir/altos.yaml' }), span: place('groups/choir/altos.yaml') };
    const input = { change: { ...change(live, file), span: place(from) }, desired: own };
    const about = { id: 'abc', refused: false, outcome: undefined, findPerson: () => undefined };
    expect(toChangeView({ ...input, ...about }, safety).source).toBe(source);
  }
});

test('a photo has both thumbnails and a distance of two decimals, its path made safe', () => {
  expect(view(change(live, file, 0.314159))).toMatchObject({
    action: 'set',
    setting: 'photo',
    label: 'photo',
    before: 'picture',
    after: String.raw`photos/al\u{1b}tos.jpg`,
    distance: 0.31,
    thumbnails: { before: 'data:live', after: 'data:file' },
  });
});

test('what is not there has no thumbnail and no distance', () => {
  expect(view(change({ kind: 'none' }, file))).toMatchObject({
    before: 'none',
    thumbnails: { after: 'data:file' },
  });
  const removal = view(change(live, { kind: 'none' }));
  expect(removal).toMatchObject({ after: 'none', thumbnails: { before: 'data:live' } });
  expect(removal).not.toHaveProperty('distance');
});

test.each<[LeftAloneReason, LivePhoto]>([
  ['photo-hidden', { kind: 'hidden' }],
  ['photo-unread', { kind: 'unread', text: 'timeout' }],
])('left alone for %s, a human is asked', (reason, before) => {
  const left = toLeftAloneView({ reason, change: change(before, file) }, safety);
  expect(left).toMatchObject({ reason, needsHuman: true, label: 'photo' });
});
