import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { carryOut } from '../../src/files/carry-out.ts';
import { makeFolder } from '../support/folder.ts';

function open(texts: Readonly<Record<string, string>>) {
  const root = makeFolder(texts);
  const files = Object.entries(texts).map(([path, text]) => ({ path, file: join(root, path), text }));
  return { sources: { root, files }, read: (name: string) => readFileSync(join(root, name), 'utf8') };
}

test('one after the other, a new file among them, and one on top of itself', async () => {
  const { sources, read } = open({ 'a.yaml': 'a1', 'b.yaml': 'b1' });
  const [a, b] = sources.files as [{ path: string; file: string; text: string }, never];
  const source = { path: '_people.yaml', file: join(sources.root, '_people.yaml'), text: '' };
  const steps = [
    { source, text: 'new' },
    { source: a, text: 'a2' },
    { source: b, text: 'b2' },
    { source: { ...source, text: 'new' }, text: 'newer' },
    { source: { ...a, text: 'a2' }, text: 'a3' },
  ];
  expect(await carryOut(steps, sources)).toEqual({ left: new Set(), begun: new Set() });
  expect(['_people.yaml', 'a.yaml', 'b.yaml'].map(read)).toEqual(['newer', 'a3', 'b2']);
});

test('it ends at the first that cannot be written, and names all that are left', async () => {
  const { sources, read } = open({ 'a.yaml': 'a1', 'b.yaml': 'b1' });
  const [a, b] = sources.files as [{ path: string; file: string; text: string }, never];
  writeFileSync(join(sources.root, 'b.yaml'), 'somebody else');
  const { left, begun, why } = await carryOut(
    [
      { source: a, text: 'a2' },
      { source: b, text: 'b2' },
      { source: { ...a, text: 'a2' }, text: 'a3' },
    ],
    sources,
  );
  expect([...left].toSorted()).toEqual(sources.files.map(({ file }) => file));
  expect([...begun]).toEqual([a.file]);
  expect(why).toContain('somebody has changed it meanwhile');
  expect(['a.yaml', 'b.yaml'].map(read)).toEqual(['a2', 'somebody else']);
});
