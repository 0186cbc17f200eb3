import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { builtFrom, forgeTexts, toForgeFiles, workflowNeeds } from '../../src/setup/forge-files.ts';
import { forges } from '../../src/setup/starter-file.ts';
import { findRoot } from '../support/repository-root.ts';

const places = [
  { kind: 'copy' },
  { kind: 'commit', repository: 'clara/rollcall', commit: 'a1'.repeat(20) },
] as const;

describe.each(forges)('the files for %s', (forge) => {
  const { secrets, variable, optional } = workflowNeeds;
  const { copied, workflows } = forgeTexts[forge];

  describe.each(places)('that find their action in a $kind', (place) => {
    const files = toForgeFiles(forge, place);
    const text = files.map((file) => file.text).join('\n');

    test('take the secrets and variables that are told, and no others', () => {
      const taken = [...text.matchAll(/(?:secrets|vars)\.(\w+)/g)].map(([, name]) => name);
      const told = [...secrets, 'ROLLCALL_KEY', variable, ...optional];
      expect([...new Set(taken)].toSorted()).toEqual(told.toSorted());
    });

    test('hold what builds only where that is to be in the repository', () => {
      const paths = files.map(({ path }) => path);
      expect(copied.every(({ path }) => paths.includes(path))).toBe(place.kind === 'copy');
      expect(paths).toEqual(expect.arrayContaining(Object.keys(workflows)));
    });

    test('name one action, and can tell who wrote them', () => {
      const named = text.match(/uses: \S*rollcall\S*/g) ?? [];
      expect(new Set(named).size).toBe(1);
      expect(/uses: \.\/\.git/.test(text)).toBe(place.kind === 'copy');
      const known = files.filter(({ isUnedited }) => isUnedited);
      expect(known.map(({ path }) => path)).toEqual(Object.keys(workflows));
    });
  });
});

test('a copy of Rollcall is known by a file that is there', () =>
  expect(existsSync(join(findRoot(), builtFrom))).toBe(true));

test('whatever acts at GitHub asks for the technicians’ review', () => {
  const files = toForgeFiles('github', { kind: 'copy' });
  const rules = (files.find(({ path }) => path.endsWith('CODEOWNERS'))?.text ?? '')
    .split('\n')
    .filter((line) => /^[*/]/.test(line))
    .map((line) => line.split(/ +/));
  // The last rule that fits counts.
  const last = (path: string) => rules.findLast(([rule = '']) => rule === '*' || `/${path}`.startsWith(rule));
  const owners = files.map(({ path }) => last(path)?.slice(1));
  expect(owners).toEqual(files.map(() => ['@your-organisation/technicians']));
});
