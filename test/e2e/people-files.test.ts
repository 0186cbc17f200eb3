import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { toWorldFile } from '../../src/sandbox/world-file.ts';
import { planFromMain, toOrigins } from '../support/base-plan.ts';
import type { Repository } from '../support/repository.ts';
import { createRepository } from '../support/repository.ts';
import type { Stage } from '../support/stage.ts';
import { openStage } from '../support/stage.ts';

let stage: Stage;
let repository: Repository;

/** A spreadsheet as Excel saves it where a comma parts decimals. */
const toSheet = (...rows: string[]) => `\uFEFF${['Nama;No. HP;Catatan;Tim;Kelas', ...rows, ''].join('\r\n')}`;

const ana = 'Ana Silva;+44 7700 900002;"alergi;\r\nkacang";b5;5B';
const budi = 'Budi;+44 7700 900003;;b5 helpers;5B';
const files = {
  '_policy.yaml': 'account: "+44 7700 900001"\nmanage: exact\n',
  '_people.yaml': [
    'people:',
    '  citra: { phone: "+44 7700 900004", note: flat 12 }',
    '  eko: { lid: "330631678702157", name: Eko }',
    'teams:',
    '  b5: [citra, eko]',
    '',
  ].join('\n'),
  '_people/5b.csv': toSheet(ana, budi),
  'b5.yaml': 'id: 120363000000000001@g.us\nname: B5\nmembers: [team:b5]\nadmins: [team:helpers]\n',
};

const world = toWorldFile(
  {
    server: { devices: [{ pn: '447700900001' }] },
    people: [{ pn: '447700900003' }, { pn: '447700900008', lid: '330631678702157' }],
    groups: [
      {
        id: '120363000000000001',
        subject: 'B5',
        owner: '447700900001',
        members: [
          { pn: '447700900001', role: 'superadmin' },
          { pn: '447700900002' },
          { pn: '447700900004' },
          { pn: '447700900008', hidden: true },
        ],
      },
    ],
  },
  'the class',
);

beforeEach(async () => {
  stage = await openStage({ files, world, isUnmarked: true });
  repository = await createRepository(stage.folder);
  await repository.commit('the class');
  await repository.git('checkout', '--quiet', '-b', 'change');
});

afterEach(() => stage.close());

const numbersOf = ({ since }: Awaited<ReturnType<typeof planFromMain>>) => since.numbers.length;

describe('people of several files and a spreadsheet', () => {
  test('a plan says which row puts whom into a group, and knows whose number is hidden', async () => {
    const { out } = await stage.run('plan');
    expect(out).toContain('team:b5 (_people/5b.csv)');
    expect(out).toContain('team:helpers (_people/5b.csv)');
    expect(out).toMatch(/Plan: 1 to join, 1 to promote in 1 of 1 group/);
    expect(out).not.toMatch(/kacang|flat 12|330631678702157/);
  });

  test('whose number is hidden is named where no list has them', async () => {
    await stage.write('groups/_people.yaml', files['_people.yaml'].replace('[citra, eko]', '[citra]'));
    const { out } = await stage.run('plan');
    expect(out).toContain('Eko (eko)');
    expect((await stage.run('who', 'eko')).out).toContain('Eko (eko)');
    expect((await stage.run('plan', '--person', 'eko')).err).toContain('WhatsApp hides their number');
  });

  test('a row that is gone is somebody who leaves, by this pull request, with the name that they had', async () => {
    await stage.write('groups/_people/5b.csv', toSheet(budi));
    expect(toOrigins(await planFromMain(stage))).toContain('remove Ana Silva: pull-request');
  });

  test('rows in another order, and columns in another place, change nothing', async () => {
    const before = toOrigins(await planFromMain(stage));
    await stage.write(
      'groups/_people/5b.csv',
      toSheet(budi, ana)
        .replaceAll('\r\n', '\n')
        .replace(/^\uFEFF/, ''),
    );
    const after = await planFromMain(stage);
    expect(toOrigins(after)).toEqual(before);
    expect(after.since).toMatchObject({ numbers: [], newPeople: { arrived: [], renamed: [], alike: [] } });
  });

  test('another number in a row is told as that', async () => {
    await stage.write('groups/_people/5b.csv', toSheet(ana.replace('002', '012'), budi));
    expect(numbersOf(await planFromMain(stage))).toBe(1);
  });

  test('whoever is new, renamed, or looks like somebody else is told, in a spreadsheet too', async () => {
    const again = 'Ana SiIva;+44 7700 900013;;;';
    await stage.write(
      'groups/_people/5b.csv',
      toSheet(ana.replace('Ana', 'Anna'), budi, `${again}\r\nDewi;+44 7700 900014;;;`),
    );
    const { since } = (await planFromMain(stage)) as unknown as {
      since: { newPeople: { arrived: unknown[]; renamed: unknown[] } };
    };
    expect(since.newPeople.arrived).toHaveLength(2);
    expect(since.newPeople.renamed).toHaveLength(1);
    await stage.write('groups/_people/5b.csv', toSheet(ana, budi, again));
    const alike = (await planFromMain(stage)) as unknown as { since: { newPeople: { alike: unknown[] } } };
    expect(alike.since.newPeople.alike).toHaveLength(1);
  });

  test('a spreadsheet that cannot be read in the other commit hides nobody from this one', async () => {
    await repository.git('checkout', '--quiet', 'main');
    await stage.write('groups/_people/5b.csv', 'Ana;1\n');
    await repository.commit('broken');
    await repository.git('checkout', '--quiet', 'change');
    await stage.write('groups/_people/5b.csv', toSheet(ana, budi));
    const { since } = await planFromMain(stage);
    expect(since.unread).toMatchObject([{ file: '_people/5b.csv', what: 'people' }]);
  });
});
