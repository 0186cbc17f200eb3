import { toWorldFile } from '../../src/sandbox/world-file.ts';
import type { StageOptions } from './stage.ts';

/** Two groups of a choir with drift of every plain kind: somebody missing, a stranger, roles, a name, a topic. */
export const choirFiles = {
  '_policy.yaml': ['account: "+44 7700 900001"', 'timezone: Europe/London', 'manage: exact', ''].join('\n'),
  '_people.yaml': [
    'people:',
    '  ana: "+44 7700 900002"',
    '  budi: { phone: "+44 7700 900003", name: Budi Santoso }',
    '  citra: "+44 7700 900004"',
    '  dewi: "+44 7700 900005"',
    '',
  ].join('\n'),
  'altos.yaml': [
    'id: 120363000000000001@g.us',
    'name: Altos',
    'topic: Thursdays 19:00',
    'members: [ana, budi, citra]',
    'admins: [ana]',
    '',
  ].join('\n'),
  'basses.yaml': [
    'id: 120363000000000002@g.us',
    'name: Basses',
    'members: [budi, dewi]',
    'admins: []',
    '',
  ].join('\n'),
};

/** The world of these files as a phone left it; `contacts` are those that GOWA's store knows. */
export function choirWorld(contacts: readonly object[] = []): StageOptions['world'] {
  return toWorldFile(
    {
      server: { devices: [{ pn: '447700900001', contacts }] },
      people: [{ pn: '447700900004' }],
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
            { pn: '447700900005' },
          ],
        },
      ],
    },
    'the choir',
  );
}
