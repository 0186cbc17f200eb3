import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Sandbox } from '../../src/sandbox/start.ts';
import { choirFiles, choirWorld } from '../support/choir-stage.ts';
import { getCli } from '../support/kill/build.ts';
import type { KillStage } from '../support/kill/kill-stage.ts';
import { openKillStage } from '../support/kill/kill-stage.ts';
import type { Moment } from '../support/kill/moments.ts';

/*
 * Between a removal and the renewal of its link lies the moment in which whoever was removed can come back: a run that dies
 * there leaves the link to the next one.
 */

let stage: KillStage;
/** From the removal's intent up to what became of the link, after each of the lines that the run writes. */
let moments: readonly Moment[] = [];

beforeAll(async () => {
  stage = await openKillStage({ files, world: world(), cli: await getCli() });
  const begun = stage.journal().length;
  const { afterLines } = await stage.keepMoments();
  expect(findLinks(stage.sandbox)).toEqual(['new', 'OldBasses']);
  const written = stage.journal().slice(begun);
  const first = written.findIndex((line) => JSON.stringify(line['changes'] ?? '').includes('"remove"'));
  const last = written.findIndex((line) => line['isRenewal'] === true);
  moments = afterLines.slice(first, last + 1);
});

afterAll(() => stage.close());

const files = {
  ...choirFiles,
  '_policy.yaml': `${choirFiles['_policy.yaml']}link: { renew: after-removals }\n`,
};

/** Both groups with links of their own; somebody is removed from the first alone. */
function world() {
  const whole = structuredClone(choirWorld()) as { groups: { invite?: string }[] };
  const [altos, basses] = whole.groups;
  if (altos) altos.invite = 'OldAltos';
  if (basses) basses.invite = 'OldBasses';
  return whole as ReturnType<typeof choirWorld>;
}

function findLinks(sandbox: Sandbox): string[] {
  return sandbox.world().groups.map(({ invite }) => (invite?.startsWith('Old') ? invite : 'new'));
}

/** True where no link was renewed before somebody had been removed. */
function isInOrder(sandbox: Sandbox): boolean {
  const asked = sandbox.requests().map(({ path }) => path);
  const renewed = asked.findIndex((path) => /reset=true/.test(path));
  const removed = asked.findIndex((path) => path.includes('/participants/remove'));
  return renewed === -1 || (removed !== -1 && removed < renewed);
}

test('killed between a removal and the renewal of its link: the next run renews it, by what the memory holds', async () => {
  expect(moments.length).toBeGreaterThan(5);
  for (const [index, moment] of moments.entries()) {
    await stage.standAt(moment);
    const again = await stage.applyRest();
    const { sandbox } = stage;
    const said = { again, links: findLinks(sandbox), isInOrder: isInOrder(sandbox) };
    const fine = { again: 0, links: ['new', 'OldBasses'], isInOrder: true };
    expect(said, `killed after line ${index + 1} of them`).toEqual(fine);
  }
});
