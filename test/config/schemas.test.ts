import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { toPlanDocument } from '../../src/render/json/plan-document.ts';
import { reportViews } from '../render/sample-reports.ts';
import { planDocument } from '../support/schemas/plan-schema.ts';
import { toSchemas } from '../support/schemas/schemas.ts';

const groups = join(import.meta.dirname, '..', '..', 'groups');
const meta = {
  toolVersion: '0.1.0',
  generatedAt: '2026-11-23T05:42:00.000Z',
  again: 'rollcall apply plan.json',
};

describe('the schemas beside the groups', () => {
  it.each([...toSchemas()])('%s is what the code makes today (npm run schemas)', (name, text) => {
    expect(readFileSync(join(groups, '.schemas', name), 'utf8')).toBe(text);
  });

  it('are named at the end of every file that they are for, where no line of it moves', () => {
    const files = readdirSync(groups, { recursive: true, encoding: 'utf8' }).filter(
      (file) => /(?:^|[\\/])[^.\\/]+\.yaml$/.test(file) && !file.startsWith('.'),
    );
    expect(files.length).toBeGreaterThan(5);
    for (const file of files) {
      const kind = /(?:^|[\\/])_(people|policy|defaults)\.yaml$/.exec(file)?.[1] ?? 'group';
      const up = '../'.repeat(file.split(/[\\/]/).length - 1);
      const last = readFileSync(join(groups, file), 'utf8').trimEnd().split('\n').at(-1);
      expect(`${file}: ${last}`).toBe(`${file}: # yaml-language-server: $schema=${up}.schemas/${kind}.json`);
    }
  });

  it.each(Object.entries(reportViews))('know every field of a plan document: %s', (_name, toSample) => {
    const document: unknown = JSON.parse(JSON.stringify(toPlanDocument(toSample(), meta)));
    expect(planDocument.safeParse(document).error?.issues ?? []).toEqual([]);
  });
});
