import { toWorldFile } from '../../../src/sandbox/world-file.ts';
import type { SandboxOptions } from '../../../src/sandbox/start.ts';

/** Two groups whose apply uses every endpoint that writes, and reads its groups in one list and one by one. */
export const faultFiles = {
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

/** The same with a member who hides their number, and somebody who is not on WhatsApp: people must be looked up. */
export const doubtfulFiles = {
  ...faultFiles,
  'altos.yaml': faultFiles['altos.yaml'].replace('dewi]', 'dewi, "+44 7700 900666"]'),
  'basses.yaml': 'id: 120363000000000002@g.us\nname: Basses\nmembers: [budi, dewi]\nadmins: []\n',
};

export function faultWorld({ isDoubtful = false } = {}): SandboxOptions['world'] {
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
            ...(isDoubtful ? [hidden] : []),
          ],
        },
      ],
    },
    'the faults',
  );
}
