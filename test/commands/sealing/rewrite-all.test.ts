import { expect, test } from 'vitest';
import { isSound, writeAll } from '../../../src/commands/sealing/rewrite-all.ts';
import { parseInTurns } from '../../../src/config/parse.ts';
import { loadSources } from '../../../src/config/sources.ts';
import { MistakesError } from '../../../src/errors.ts';
import { exitCodes } from '../../../src/exit-codes.ts';
import { english } from '../../../src/words/english/english.ts';
import { makeFolder } from '../../support/folder.ts';
import { createTestIo } from '../../support/stage.ts';

const files = {
  '_policy.yaml': 'account: "+44 7700 900001"\n',
  '_people.yaml': 'people:\n  ana: "+44 7700 900002"\n',
  'altos.yaml': 'name: Altos\nmembers: [ana]\n',
};

async function open(text: string, own: Readonly<Record<string, string>> = files) {
  const parsed = await parseInTurns(await loadSources(makeFolder(own)));
  const source = parsed.sources.files.find(({ path }) => path === '_people.yaml');
  const rewritten = source ? [{ source, text }] : [];
  const renumbered = { rewritten, steps: rewritten };
  return { parsed, renumbered, opened: new Map(), named: new Set<string>(), excused: new Set<string>() };
}

test('another form of a number is sound, another number is not', async () => {
  const { io } = createTestIo({});
  const form = await open("people: { ana: '+447700900002' }\n");
  expect(await isSound(form, english, io)).toBe(true);
  const other = await open('people:\n  ana: "+44 7700 900003"\n');
  await expect(isSound(other, english, io)).rejects.toThrow('other people');
});

test('mistakes that come are told, mistakes that were there are thrown', async () => {
  const { io, written } = createTestIo({});
  expect(await isSound(await open('people: {}\n'), english, io)).toBe(false);
  expect(written.err).toContain('Unknown handle');
  const broken = await open(files['_people.yaml'], { ...files, 'tenors.yaml': 'members: [nobody-known]\n' });
  await expect(isSound(broken, english, io)).rejects.toThrow(MistakesError);
});

test('a file that somebody has changed stays, and is named', async () => {
  const { io, written } = createTestIo({});
  const own = await open('people: {}\n');
  const [step] = own.renumbered.steps;
  const stale = step ? [{ ...step, source: { ...step.source, text: 'as it was' } }] : [];
  const rewriting = { ...own, renumbered: { rewritten: stale, steps: stale } };
  expect(await writeAll(rewriting, english, io)).toBe(exitCodes.failed);
  expect(written.err).toContain('NOT written:');
});

test('a file of which one step is written and the next is not is written in part', async () => {
  const { io, written } = createTestIo({});
  const own = await open('people: {}\n');
  const [step] = own.renumbered.steps;
  const steps = step ? [step, { source: { ...step.source, text: 'as nobody left it' }, text: 'x' }] : [];
  const rewriting = { ...own, renumbered: { rewritten: own.renumbered.rewritten, steps } };
  expect(await writeAll(rewriting, english, io)).toBe(exitCodes.failed);
  expect(written.err).toContain('written in part: ');
  expect(written.err).not.toContain('NOT written');
});
