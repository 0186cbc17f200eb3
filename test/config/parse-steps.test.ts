import { expect, test } from 'vitest';
import { lookWithRanges, readFile } from '../../src/config/parse-steps.ts';
import { findRange } from '../../src/config/phone/known-ranges.ts';
import { createPhoneReader } from '../../src/config/phone/phone-reader.ts';
import { readDocument } from '../../src/config/yaml/document.ts';
import type { Diagnostic } from '../../src/domain/diagnostic.ts';

const source = (text: string) => ({ path: 'a.yaml', file: 'groups/a.yaml', text });

const read = (text: string, diagnostics: Diagnostic[] = []) =>
  readFile(source(text), ({ root }) => root?.pairs.map(({ key }) => key), createPhoneReader(), diagnostics);

test('YAML that is unusual waits for the library that reads all of it', () => {
  expect(read('name: Altos\n').next()).toEqual({ done: true, value: ['name'] });
  const told: Diagnostic[] = [];
  const steps = read('name: [\n', told);
  expect(steps.next().value).toBe('needs readDocument');
  expect(steps.next({ readDocument })).toEqual({ done: true, value: undefined });
  expect(told.map(({ code }) => code)).toEqual(['yaml-syntax']);
});

test('numbers that only the ranges can tell are looked at once more', () => {
  const phones = createPhoneReader();
  phones.setCountry('BR');
  const steps = lookWithRanges(phones, () => phones.parse('20 98765-4321'));
  expect(steps.next().value).toBe('needs ranges');
  expect(steps.next({ findRange }).value).toMatchObject({ kind: 'ambiguous' });
});
