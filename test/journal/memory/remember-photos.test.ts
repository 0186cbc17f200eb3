import { expect, test } from 'vitest';
import type { RunEvent } from '../../../src/domain/event.ts';
import { noPhoto } from '../../../src/domain/past.ts';
import { altos, basses, createStage } from '../journal-stage.ts';

function verified(id: string, sha256: string, group = altos): RunEvent {
  return { type: 'photo-verified', group, id, sha256 };
}

test('a photo is known by group, id and file; the last one of each group', async () => {
  const stage = await createStage();
  await stage.run(verified('17', 'aa'), verified('20', 'aa', basses));
  await stage.run(verified('18', 'bb'));
  const { photos } = await stage.read();
  const [ofAltos, ofBasses] = [photos.get(altos), photos.get(basses)];
  expect([ofAltos?.id, ofBasses?.id]).toEqual(['18', '20']);
  expect(ofAltos?.isOf('18', 'bb')).toBe(true);
  expect(ofAltos?.isOf('17', 'aa')).toBe(false);
  expect(ofAltos?.isOf('18', 'aa')).toBe(false);
  expect(ofBasses?.isOf('20', 'aa')).toBe(true);
  expect(ofBasses?.isOf('18', 'bb')).toBe(false);
});

test('that there is none, as the file wants it, is known as well', async () => {
  const stage = await createStage();
  await stage.run(verified(noPhoto, noPhoto));
  const known = (await stage.read()).photos.get(altos);
  expect([known?.id, known?.isOf(noPhoto, noPhoto)]).toEqual([noPhoto, true]);
});

test('each time that it is seen is written, also past compaction, and nothing of it can be read', async () => {
  const stage = await createStage();
  const at = async () => (await stage.read()).photos.get(altos)?.at;
  await stage.run(verified('1819616019', 'abcdef'));
  const first = await at();
  await stage.clock.sleep(3_600_000);
  await stage.run(verified('1819616019', 'abcdef'));
  expect(await at()).toBeGreaterThanOrEqual((first ?? Number.NaN) + 3_600_000);
  expect(stage.text()).not.toContain('1819616019');
  expect(stage.text()).not.toContain('abcdef');
});

/** Another photo is about to be sent to the altos. */
const intent: RunEvent = {
  type: 'intent',
  step: [
    {
      action: 'set',
      setting: 'photo',
      group: altos,
      before: { kind: 'none' },
      after: { kind: 'file', path: 'photos/altos.png' },
      why: { kind: 'differs' },
    },
  ],
};

test('from when another one is about to be sent nobody knows which one is there, until somebody sees it', async () => {
  const stage = await createStage();
  await stage.run(verified('17', 'aa'), verified('20', 'bb', basses), intent);
  const unknown = (await stage.read()).photos;
  expect([unknown.get(altos)?.id, unknown.get(altos)?.isOf('17', 'aa')]).toEqual([undefined, false]);
  expect(unknown.get(basses)?.id).toBe('20');
  await stage.run(verified('18', 'cc'));
  expect((await stage.read()).photos.get(altos)?.isOf('18', 'cc')).toBe(true);
});
