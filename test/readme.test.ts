import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseWorld } from '../src/sandbox/world-file.ts';
import { renderExample, toPageHash } from './support/example-report.ts';
import { openStage } from './support/stage.ts';

const root = join(import.meta.dirname, '..');
const groups = join(root, 'groups');

/** The fenced text between two marks of a page. */
async function readBlock(page: string, mark: string): Promise<string> {
  const text = await readFile(join(root, page), 'utf8');
  const match = new RegExp(`<!-- ${mark} -->\n+\`\`\`text\n(.*?)\n\`\`\`\n+<!-- /${mark} -->`, 's').exec(
    text,
  );
  if (!match?.[1]) throw new Error(`${page} has no block ${mark}`);
  return match[1];
}

test("the README's plan is what the example's plan prints", async () => {
  const world = parseWorld(await readFile(join(groups, '.sandbox.yaml'), 'utf8'), '.sandbox.yaml');
  const stage = await openStage({ files: {}, world });
  try {
    const { out } = await stage.runIn(groups, 'plan');
    expect(out).toContain(await readBlock('README.md', 'plan'));
  } finally {
    await stage.close();
  }
});

test('the mistake in docs/files.md is what validate prints', async () => {
  const block = await readBlock('docs/files.md', 'mistake');
  const [file = '', ...lines] = [
    'altos.yaml',
    'id: 120363000000000001@g.us',
    'name: Altos',
    'members: [ana, claar]',
    'admins: [clara]',
    'anounce: true',
    '',
  ];
  const files = {
    '_policy.yaml': 'account: "+44 7700 900001"\n',
    '_people.yaml': 'people: { ana: "+44 7700 900002", clara: "+44 7700 900004" }\n',
    [file]: lines.join('\n'),
  };
  const stage = await openStage({ files, world: { server: { devices: [] }, people: [], groups: [] } });
  try {
    const { err } = await stage.run('validate');
    expect(err.replaceAll(stage.path('groups'), 'groups').trim()).toBe(block);
  } finally {
    await stage.close();
  }
});

test("the README's picture shows the example's page as it is now (npm run picture)", async () => {
  const picture = await readFile(join(root, 'test/golden/report.png'));
  // A picture as a text would fill the screen.
  expect(picture.includes(toPageHash(await renderExample()))).toBe(true);
});
