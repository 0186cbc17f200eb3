import { expect, test } from 'vitest';
import { narrowTo } from '../../src/files/open-organisation.ts';
import { toOrganisation, usual } from '../config/files.ts';

const organisation = toOrganisation({ ...usual, 'caf\u00e9.yaml': 'name: G\n', 'h.yaml': 'name: H\n' });

test.each(['caf\u00e9.yaml', 'cafe\u0301.yaml', 'groups/cafe\u0301.yaml', './groups/caf\u00e9.yaml'])(
  '--target %s is the group, its accent in one character or in two',
  (target) => {
    expect(narrowTo(organisation, [target]).groups.map(({ file }) => file)).toEqual(['caf\u00e9.yaml']);
  },
);
