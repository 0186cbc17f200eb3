import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import { createDraw } from '../support/draw.ts';
import type { Step } from '../support/github-stage.ts';
import { drawNumber, handles, toSealedFiles, toSealedWorld } from '../support/sealed-draw.ts';
import { peopleKeyEnv, sealFor } from '../support/sealing.ts';
import { useRound } from './round-stage.ts';
import { useRunStage } from './run-stage.ts';

/*
 * A repository whose people are sealed lives through a week of workflows, with a server that repeats their numbers wherever it
 * can. Only the steps that ask WhatsApp have the key. What is printed, commented, kept, put on branches or said to the next
 * step has no digits of any of them.
 */

const draw = createDraw(17);
const numbers = new Map(handles.map((handle) => [handle, drawNumber(draw)]));
const files = await toSealedFiles(draw, numbers);
const on = useRunStage(files, () => toSealedWorld(draw, [...numbers.values()]), {
  isUnmarked: true,
  env: peopleKeyEnv,
});
const round = useRound(on);
const root = '/repos/clara/choir';

/** Commits and hashes hold digits, and so do times, which git writes down in seconds. */
const harmless =
  /\b(?=\d*[a-f])[\da-f]{7,64}\b|\b20\d\d-\d\d-\d\dT[\d:.]+Z|(?<=@users\.noreply\.github\.com> )\d{10} \+0000\t/g;

/** Digits beside a mask, and five in a row of those that only sealed numbers have, whatever stands between them. */
function findLeaks(name: string, text: string): readonly string[] {
  const lines = text.replaceAll(on.stage.workspace, '').replaceAll(harmless, '').split('\n');
  return lines
    .filter((line) => /•[ .()-]?\d|[789](?:[ .()+-]?[789]){4}/.test(line))
    .map((line) => `${name}: ${line.slice(0, 400)}`);
}

function findStepLeaks(steps: Readonly<Record<string, Step | undefined>>): readonly string[] {
  return Object.entries(steps).flatMap(([name, step]) => findLeaks(name, JSON.stringify(step ?? '')));
}

/** What the jobs keep, and hand from step to step. */
function findKeptLeaks(): readonly string[] {
  const folder = on.stage.shared('');
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  return names.flatMap(({ parentPath, name }) =>
    findLeaks(name, readFileSync(join(parentPath, name), 'utf8')),
  );
}

/** All that was ever on the branches that Rollcall writes, in whatever commit. */
async function findBranchLeaks(): Promise<readonly string[]> {
  const branches = ['rollcall-state', 'rollcall-ids', 'rollcall-adopt'];
  const texts = await Promise.all(branches.map((branch) => on.atServer('log', '-p', '--text', branch, '--')));
  return texts.flatMap((text, at) => findLeaks(branches[at] ?? '', text));
}

/** A pull request in which somebody has another number, somebody is new, and somebody is in no file any more. */
async function change(): Promise<Readonly<Record<string, string>>> {
  const { kartika: _, ...others } = Object.fromEntries(numbers);
  const changed = { ...others, ana: drawNumber(draw), lia: drawNumber(draw) };
  const { '_policy.yaml': _policy, ...made } = await toSealedFiles(draw, new Map(Object.entries(changed)));
  const all = Object.entries({
    ...made,
    'tenors.yaml': 'name: Tenors\nmembers: [ana, lia, budi, dewi, eko, gita]\nadmins: []\n',
  });
  return Object.fromEntries(all.map(([name, text]) => [`groups/${name}`, text]));
}

test('no digits of a sealed number leave a job, on whatever way', async () => {
  on.stage.answers.set(`GET ${root}`, { private: true });
  const begun = await round.apply({ INPUT_NEW_JOURNAL: 'true' });
  const adopted = await on.run({ INPUT_COMMAND: 'adopt' });
  await on.stage.repository.git('reset', '--quiet', '--hard');
  const head = await round.branch('change', await change());
  const planned = await round.plan(7, head);
  expect(planned.code).toBe(exitCodes.ok);
  expect(planned.comment).toContain('The number of **ana** changes (it is sealed');
  const kept = findKeptLeaks();
  await round.merge(7, head);
  // For a day a memory that is new makes no group.
  on.stage.passTime(25 * 3_600_000);
  const merged = await round.apply();
  expect(merged.outcome).toContain('1 of 1 group was made.');
  const drift = await on.run({ INPUT_COMMAND: 'plan', GITHUB_EVENT_NAME: 'schedule' });
  const issue = await on.stage.step('drift', { CHANGES: drift.outputs['changes'] ?? '' });
  const steps = {
    begun: begun.apply,
    planned,
    found: merged.found,
    applied: merged.apply,
    offer: merged.offer,
  };

  expect(findStepLeaks({ ...steps, drift, issue, adopted })).toEqual([]);
  expect([...kept, ...findKeptLeaks()]).toEqual([]);
  expect(await findBranchLeaks()).toEqual([]);
  const said = on.stage.api.requests.flatMap(({ method, path, body }) =>
    findLeaks(`${method} ${path}`, body),
  );
  expect(said).toEqual([]);
});

/** As in the job of a stranger's pull request, which has no secret. */
const asStranger = { INPUT_COMMAND: 'validate', ROLLCALL_PEOPLE_KEY: '', ROLLCALL_KEY: '', ROLLCALL_URL: '' };

test('a stranger’s pull request is judged as far as it can be seen, and what was not is said', async () => {
  const { code, out } = await on.run(asStranger);
  expect(code).toBe(exitCodes.ok);
  expect(out).toContain(`Of ${handles.length} sealed numbers only the form was looked at`);
  expect(out).toContain('The files are fine.');
});

test('a line that was copied to somebody else is found without the key', async () => {
  const lines = [`ana: ${await sealFor('budi', '+447700900003')}`];
  await on.stage.write('groups/_people.yaml', `people:\n  ${lines.join('\n  ')}\n`);
  const { code, out } = await on.run(asStranger);
  expect(code).toBe(exitCodes.mistakes);
  expect(out).toMatch(/::error file=groups\/_people\.yaml,line=2,title=[^:]*/);
  expect(out).toContain('This number was sealed for another handle than');
});

test('a plan without the key says which one is missing, and keeps no plan', async () => {
  const head = await round.branch('change', await change());
  await on.stage.step('take-head', { HEAD_SHA: head });
  const { code, summary, outputs } = await on.run({
    INPUT_COMMAND: 'plan',
    INPUT_HEAD: head,
    INPUT_PULL_REQUEST: '7',
    INPUT_BASE: 'HEAD',
    ROLLCALL_PEOPLE_KEY: '',
  });
  expect([code, outputs['failure-reason']]).toEqual([exitCodes.usage, 'usage']);
  expect(summary).toContain('ROLLCALL_PEOPLE_KEY is not set, so nobody can tell who is meant');
  expect(readdirSync(on.stage.shared(''))).not.toContain('plan.json');
});
