import { expect, test } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import { main } from '../../src/main.ts';
import { makeFolder } from '../config/files.ts';
import { createTestIo } from '../support/stage.ts';

const files = {
  '_policy.yaml': 'account: "+44 7700 900001"\ncountry: BR\n',
  '_people.yaml': 'people:\n  caio: "(11) 96123-4567"\n  josé: "+52 1 55 1234 5678"\n',
  'a.yaml': 'name: A\nmembers:\n  - caio\n  - josé\n  - 0055 31 98765-4321\n',
};

async function validate(isInteractive: boolean) {
  const folder = await makeFolder(files);
  const { io, written } = createTestIo({ terminal: { isInteractive } });
  const code = await main(['validate', '--groups', folder, '--show-phones'], io);
  return { code, ...written, out: written.out.replaceAll(folder, 'groups') };
}

test('on a terminal, validate says how each number was read', async () => {
  const { code, out } = await validate(true);
  expect(code).toBe(exitCodes.ok);
  expect(out.split('\n')).toEqual([
    '  account main  +44 7700 900001    groups/_policy.yaml:1',
    '  caio          +55 11 96123 4567  groups/_people.yaml:2',
    '  josé          +52 15512345678    groups/_people.yaml:3',
    '  –             +55 31 98765 4321  groups/a.yaml:5',
    'The files are fine: 1 group, 1 of them to create, 3 people.',
    '',
  ]);
});

test('where nobody sits, validate shows no number', async () => {
  const { code, out, err } = await validate(false);
  expect(code).toBe(exitCodes.usage);
  expect(out).toBe('');
  expect(err).toContain('--show-phones works on a terminal only');
});
