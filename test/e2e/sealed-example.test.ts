import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import { makeFolder } from '../support/folder.ts';
import type { Carried } from '../support/story/seal-example.ts';
import { sealExample } from '../support/story/seal-example.ts';

/*
 * The example moves into sealed numbers, by the commands of docs/setup.md. `npm run story -- --sealed` tells it.
 */

/** Where a label showed digits, it does so no more; a number that stood bare in a list has a handle now. */
const digits = /\+\d+ •••• ••• (?:\d{3}|••• \(\d+\))/g;

/** The lines of a plan, without those labels; in any order, since people whose number is sealed stand in that of their handles. */
function toComparable({ plan }: Carried, handles: readonly string[]): readonly string[] {
  const texts = plan.out.replaceAll(/\/(?:plain|sealed)\//g, '/').replaceAll(digits, '?');
  return handles
    .reduce((text, handle) => text.replaceAll(`"${handle}"`, '"?"'), texts)
    .split(/,?\n/)
    .toSorted();
}

const toGroups = ({ world }: Carried) =>
  world.map(({ id, subject, desc, announce, members }) => ({ id, subject, desc, announce, members }));

test('sealed by the commands of the documents, the example has the same plan, and becomes the same groups', async () => {
  const { steps, before, after, groups } = await sealExample(makeFolder());
  expect(steps.map(({ command, code }) => [command.split(' ')[1], code])).toEqual([
    ['keygen', exitCodes.ok],
    ['seal', exitCodes.ok],
    ['plan', exitCodes.ok],
  ]);
  const people = readFileSync(join(groups, '_people.yaml'), 'utf8');
  expect(people).not.toMatch(/\d{4} ?\d{6}/);
  expect(people).toContain('# the name is how reports call her');
  const handles = [...(steps[1]?.out ?? '').matchAll(/new: (\S+),/g)].map(([, handle = '']) => handle);

  expect(JSON.parse(after.plan.out)).toMatchObject({ summary: { toJoin: 7, toLeave: 4 } });
  // The very changes, by their ids.
  expect(JSON.parse(after.plan.out)).toHaveProperty('fingerprint', readFingerprint(before));
  expect(toComparable(after, handles)).toEqual(toComparable(before, handles));
  expect(after.plan.out).not.toMatch(/•[ ]?\d/);
  expect(after.apply.code).toBe(before.apply.code);
  expect(toGroups(after)).toEqual(toGroups(before));
});

function readFingerprint({ plan }: Carried): unknown {
  return (JSON.parse(plan.out) as { fingerprint: unknown }).fingerprint;
}
