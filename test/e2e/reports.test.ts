import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import { main } from '../../src/main.ts';
import { createTestIo } from '../support/stage.ts';

const groups = join(import.meta.dirname, '..', '..', 'groups');

describe('reports for people, on the example', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'rollcall-reports-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  /** Runs a command on the example's sandbox and resolves to what it wrote. */
  async function write(command: string, ...argv: string[]) {
    const { io, written } = createTestIo({});
    const files = [join(folder, 'report.md'), join(folder, 'report.html')] as const;
    const reports = ['--markdown', files[0], '--html', files[1]];
    const code = await main([command, '--groups', groups, '--sandbox', ...reports, ...argv], io);
    const [markdown, html] = await Promise.all(files.map((file) => readFile(file, 'utf8')));
    return { code, err: written.err, markdown: markdown ?? '', html: html ?? '' };
  }

  it('a plan says first whether anybody is removed or promoted, and shows the photos', async () => {
    const { code, markdown, html } = await write('plan');
    expect(code).toBe(exitCodes.ok);
    expect(markdown.split('\n')[4]).toBe(
      '**Merging removes people from “Tour” (2), “Altos” (1) and “Tenors” (1), and makes new admins in “Sopranos 2024” (1) and “Summer camp” (youth/summer-camp.yaml) (1). Merging makes 1 new group. Merging also approves what dates will bring: 3 removals, 1 addition, the first on 1 June 2030. Merging also approves that 1 person comes by the invite link: nobody adds them, and whoever of them asks to join is let in. “Alumni” could not be read, so nobody knows what it needs, and nothing is done there.**',
    );
    expect(html.match(/<img src="data:image\/jpeg;base64,/g)?.length).toBe(3);
  });

  it('an apply says first who was not added, and has no link', async () => {
    const { markdown, html } = await write('apply', '--yes');
    expect(markdown.split('\n')[4]).toMatch(
      /^\*\*2 of the 4 additions did not happen: “priya” \(“Committee”\) and \+44/,
    );
    expect(markdown + html).not.toMatch(/https?:|chat\.whatsapp/);
  });

  it('a file that cannot be written is said, and nothing else is', async () => {
    const { io, written } = createTestIo({});
    const path = join(folder, 'nowhere', 'report.md');
    expect(await main(['plan', '--groups', groups, '--sandbox', '--markdown', path], io)).toBe(
      exitCodes.usage,
    );
    expect(written.err).toContain('cannot be written');
  });
});
