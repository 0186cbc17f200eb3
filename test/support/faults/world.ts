import { drawPicture, encodeAgain } from '../../photo/pictures.ts';
import { toWorldFile } from '../../../src/sandbox/world-file.ts';
import type { SandboxOptions } from '../../../src/sandbox/start.ts';

/**
 * Two groups whose apply uses every endpoint that writes settings and people, and reads its groups in one list and one by
 * one; `doubtful`: somebody hides their number and somebody has none, so that people must be looked up; `pictured`: a
 * group has another photo than its file.
 */
export const worldKinds = ['plain', 'doubtful', 'pictured'] as const;
export type WorldKind = (typeof worldKinds)[number];

const plainFiles = {
  '_policy.yaml': ['account: "+44 7700 900001"', 'timezone: Europe/London', 'manage: exact', ''].join('\n'),
  '_people.yaml': [
    'people:',
    ...['ana', 'budi', 'citra', 'dewi'].map((name, index) => `  ${name}: "+44 7700 90000${index + 2}"`),
    '',
  ].join('\n'),
  'altos.yaml': [
    'id: 120363000000000001@g.us',
    'name: Altos',
    'topic: Thursdays 19:00',
    'announce: true',
    'locked: true',
    'disappearing: 7d',
    'members: [ana, budi, citra, dewi]',
    'admins: [ana]',
    '',
  ].join('\n'),
  'basses.yaml': 'id: 120363000000000002@g.us\nname: Basses\nmembers: [budi]\nadmins: []\n',
};

const doubtfulFiles = {
  ...plainFiles,
  'altos.yaml': plainFiles['altos.yaml'].replace('dewi]', 'dewi, "+44 7700 900666"]'),
  'basses.yaml': 'id: 120363000000000002@g.us\nname: Basses\nmembers: [budi, dewi]\nadmins: []\n',
};

/** What lies in the folder of groups. */
export async function makeFiles(kind: WorldKind): Promise<Readonly<Record<string, string | Uint8Array>>> {
  if (kind === 'doubtful') return doubtfulFiles;
  if (kind === 'plain') return plainFiles;
  return {
    ...plainFiles,
    'altos.yaml': `${plainFiles['altos.yaml']}photo: photos/altos.png\n`,
    'photos/altos.png': await wantedPhoto,
  };
}

/** Pixels; the side of a thumbnail, for which nothing is made larger or smaller in each of the many runs. */
const side = 320;
const wantedPhoto = drawPicture(side);
const livePhoto = await encodeAgain(await drawPicture(side, side, '#145a32'), side);

export function faultWorld(kind: WorldKind): SandboxOptions['world'] {
  const hidden = { pn: '447700900005', hidden: true };
  return toWorldFile(
    {
      server: { devices: [{ pn: '447700900001' }] },
      people: [{ pn: '447700900004' }, { pn: '447700900005' }],
      groups: [
        {
          id: '120363000000000001',
          subject: 'Altoz',
          owner: '447700900001',
          ...(kind === 'pictured' && { picture: { id: '17', jpeg: livePhoto.toString('base64') } }),
          members: [
            { pn: '447700900001', role: 'superadmin' },
            { pn: '447700900002' },
            { pn: '447700900003', role: 'admin' },
            { pn: '447700900009' },
          ],
        },
        {
          id: '120363000000000002',
          subject: 'Bases',
          owner: '447700900001',
          members: [
            { pn: '447700900001', role: 'superadmin' },
            { pn: '447700900003' },
            ...(kind === 'doubtful' ? [hidden] : []),
          ],
        },
      ],
    },
    'the faults',
  );
}
