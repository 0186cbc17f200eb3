import sharp from 'sharp';
import type { FilePicture, Picture, Signature } from '../../src/domain/picture.ts';
import type { Change } from '../../src/domain/plan/change.ts';
import type { GroupPlan } from '../../src/domain/plan/plan.ts';
import { toView } from '../../src/view/to-view.ts';
import type { View } from '../../src/view/view.ts';
import { changesOf, desiredGroup, groupPlan, inputOf, listed, person, planOf } from './sample-plans.ts';
import { about, occasion } from './sample-reports.ts';

/** Names that need room: long ones, ones without a place to break, from right to left, with letters that are wide. */
const names = [
  'Kelas 5B Orang Tua Murid Sekolah Dasar Negeri Menteng 01 Jakarta Pusat Angkatan 2026',
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
  'جوقة المدرسة الابتدائية – أولياء أمور الصف الخامس',
  'מקהלת בית הספר היסודי',
  '合唱団の保護者のみなさまへの連絡網（五年生）',
  'Coro',
];

/** A picture of two colours, as large as the ones that reports show. */
async function paint(from: string, to: string): Promise<Picture> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="320"><rect width="320" height="320" fill="${from}"/><circle cx="160" cy="160" r="110" fill="${to}"/></svg>`;
  const jpeg = await sharp(Buffer.from(svg)).jpeg({ quality: 70 }).toBuffer();
  return { signature: '' as Signature, thumbnail: `data:image/jpeg;base64,${jpeg.toString('base64')}` };
}

/** A plan of 40 groups in which there is much of everything, or of the first of them alone. */
export async function crowdedView(length = 40): Promise<View> {
  const [before, after] = [await paint('#0b6b53', '#f2c46d'), await paint('#7a4d00', '#9cc8e8')];
  const groups = Array.from({ length }, (_, index) => crowdedGroup(index, before, after));
  return toView(
    inputOf(planOf(groups), {
      about: { ...about, occasion },
      isOneOfSeveral: true,
      forecast: { adds: 300, lookups: 900, days: 8, minutes: 210, isByAdding: true },
    }),
  );
}

function crowdedGroup(index: number, before: Picture, after: Picture): GroupPlan {
  const name = `${names[index % names.length]} ${index}`;
  const desired = desiredGroup(`school/year-${index % 6}/a-file-with-a-rather-long-name-${index}.yaml`, name);
  const { of, set } = changesOf(desired);
  const people = (first: number, count: number) =>
    Array.from({ length: count }, (_, n) => {
      const number = (first + n + index * 7) % 900;
      return person(number, `h${number}`, n % 3 === 0 ? names[(n + index) % names.length] : undefined);
    });
  const photo = {
    action: 'set',
    group: desired.id,
    setting: 'photo',
    before: { kind: 'picture', id: '1', picture: before },
    after: {
      kind: 'file',
      path: `photos/IMG_20261126_12345${index}.jpg`,
      picture: { ...after, sha256: 'a'.repeat(64) } as FilePicture,
    },
    distance: 0.85,
    why: { kind: 'differs' },
  } as Change;
  const removals = people(10, index % 4 === 0 ? 22 : 2);
  return groupPlan(desired, {
    changes: [
      ...people(200, 3).map((each) => of('add', each, listed('team:parents-of-the-fifth-year'))),
      ...(index % 5 === 0 ? people(300, 1).map((each) => of('promote', each, listed('ana'))) : []),
      set(
        'topic',
        'Rehearsals on Tuesdays\nالتدريب يوم الثلاثاء',
        `Rehearsals on Wednesdays\n${'x'.repeat(120)}`,
      ),
      ...(index % 3 === 0 ? [photo] : []),
      ...removals.map((each) => of('remove', each, { kind: 'unlisted' })),
    ],
  });
}
