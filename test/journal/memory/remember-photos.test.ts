import { expect, test } from 'vitest';
import type { RunEvent } from '../../../src/domain/event.ts';
import { toPhotoKey } from '../../../src/domain/past.ts';
import { altos, basses, createStage } from '../journal-stage.ts';

function verified(id: string, sha256: string, group = altos): RunEvent {
  return { type: 'photo-verified', group, id, sha256 };
}

test('a photo is known by group, id and file; the last one of each group', async () => {
  const stage = await createStage();
  await stage.run(verified('17', 'aa'), verified('20', 'aa', basses));
  await stage.run(verified('18', 'bb'));
  const { photos } = await stage.read();
  expect(photos.has(toPhotoKey(altos, '18', 'bb'))).toBe(true);
  expect(photos.has(toPhotoKey(altos, '17', 'aa'))).toBe(false);
  expect(photos.has(toPhotoKey(altos, '18', 'aa'))).toBe(false);
  expect(photos.has(toPhotoKey(basses, '20', 'aa'))).toBe(true);
  expect(photos.has(toPhotoKey(basses, '18', 'bb'))).toBe(false);
});

test('what is known already is not written again, and nothing of it can be read', async () => {
  const stage = await createStage();
  await stage.run(verified('1819616019', 'abcdef'));
  const lines = () =>
    stage
      .text()
      .split('\n')
      .filter((line) => line.includes('"photo"'));
  expect(lines()).toHaveLength(1);
  await stage.run(verified('1819616019', 'abcdef'));
  expect(lines()).toHaveLength(1);
  expect(stage.text()).not.toContain('1819616019');
  expect(stage.text()).not.toContain('abcdef');
});
