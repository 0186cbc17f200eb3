import { toWorldFile } from '../../src/sandbox/world-file.ts';
import type { Draw } from './draw.ts';
import { sealFor, sealLine } from './sealing.ts';

/*
 * An organisation whose people are sealed, and a world that repeats their numbers wherever it can.
 */

const account = '447700900001';

/** Possible numbers of an area that Brazil does not have; their last nine digits are 7, 8 and 9, which stand in nothing else here. */
export function drawNumber(draw: Draw): string {
  return `55209${Array.from({ length: 8 }, () => draw.from(['7', '8', '9'])).join('')}`;
}

export const handles = [
  'ana',
  'budi',
  'citra',
  'dewi',
  'eko',
  'fitri',
  'gita',
  'hadi',
  'indah',
  'joko',
  'kartika',
];
const ids = ['120363000000000001', '120363000000000002', '120363000000000003'];
/** A group that no file is about. */
const unknown = '120363000000000004';
const strangers = ['447700900021', '447700900022', '447700900023'];

/** As people write numbers into topics and names. */
function spell(draw: Draw, number: string): string {
  const [head, tail] = [number.slice(0, 5), number.slice(5)];
  return draw.from([
    `+${number}`,
    `+55 20 9${tail.slice(0, 4)}-${tail.slice(4)}`,
    `(20) 9${tail}`,
    `00${head} ${tail.slice(0, 4)}.${tail.slice(4)}`,
    `wa.me/${number}`,
  ]);
}

export async function toSealedFiles(draw: Draw, numbers: ReadonlyMap<string, string>) {
  const known = [...numbers.keys()];
  const people = known.map(async (handle) => {
    const sealed = await sealFor(handle, `+${numbers.get(handle)}`);
    return draw.chance(0.5)
      ? `  ${handle}: ${sealed}`
      : `  ${handle}: { phone: ${sealed}, name: "N ${handle}" }`;
  });
  const policy = [
    `account: "+${account}"`,
    'timezone: Europe/London',
    `manage: ${draw.from(['exact', 'exact', 'additive'])}`,
    'limits: { removals: { group: 100%, floor: 100, run: 100 } }',
    `protected: [${draw.some(known, 0.1).join(', ')}]`,
    sealLine,
    '',
  ];
  const toGroup = (id: string, index: number) => {
    const members = draw.some(known, 0.6);
    const dated = members.map((each) => (draw.chance(0.1) ? `{ person: ${each}, until: 2026-06-09 }` : each));
    return `id: ${id}@g.us\nname: Choir ${index}\nmembers: [${dated.join(', ')}]\nadmins: [${draw.some(members, 0.2).join(', ')}]\n`;
  };
  return {
    '_policy.yaml': policy.join('\n'),
    '_people.yaml': ['people:', ...(await Promise.all(people)), ''].join('\n'),
    ...Object.fromEntries(ids.map((id, index) => [`g${index}.yaml`, toGroup(id, index)])),
  };
}

export function toSealedWorld(draw: Draw, sealed: readonly string[]) {
  const all = [...sealed, ...strangers];
  const contacts = draw
    .some(all, 0.3)
    .map((pn) => ({ pn, full_name: `Call ${spell(draw, draw.from([...sealed]))}` }));
  const groups = [...ids, unknown].map((id, index) => ({
    id,
    subject: `Choir ${index} ${spell(draw, draw.from([...sealed])).slice(0, 14)}`,
    desc: draw
      .some(sealed, 0.3)
      .map((number) => `- ${spell(draw, number)}`)
      .join('\n'),
    owner: account,
    addressing: draw.from(['pn', 'lid'] as const),
    members: [
      { pn: account, role: 'superadmin' as const },
      ...draw.some(all, 0.5).map((pn) => ({ pn, ...(draw.chance(0.3) && { role: 'admin' as const }) })),
    ],
  }));
  // Of the others GOWA says by number that they are not on WhatsApp.
  const people = draw.some(all, 0.8).map((pn) => ({ pn }));
  return toWorldFile({ server: { devices: [{ pn: account, contacts }] }, people, groups }, 'the world');
}
