import { beforeAll, expect, test } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import type { Sandbox } from '../../src/sandbox/start.ts';
import { choirFiles, choirWorld } from '../support/choir-stage.ts';
import { getCli } from '../support/kill/build.ts';
import { forEachOf } from '../support/kill/for-each-of.ts';
import type { KillStage } from '../support/kill/kill-stage.ts';
import { openKillStage } from '../support/kill/kill-stage.ts';

/*
 * Between a removal and the renewal of its link lies the moment in which whoever was removed can come back: a run that dies
 * there leaves the link to the next one.
 */

let cli = '';
/** From the removal's intent up to what became of the link, among the lines that the run writes. */
let moment: readonly number[] = [];

beforeAll(async () => {
  cli = await getCli();
  moment = await onStage(async (stage) => {
    const begun = stage.journal().length;
    expect((await stage.applyInChild()).code).toBe(exitCodes.ok);
    expect(findLinks(stage.sandbox)).toEqual(['new', 'OldBasses']);
    const written = stage.journal().slice(begun);
    const first = written.findIndex((line) => JSON.stringify(line['changes'] ?? '').includes('"remove"'));
    const last = written.findIndex((line) => line['isRenewal'] === true);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
});

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

async function onStage<T>(act: (stage: KillStage) => Promise<T>): Promise<T> {
  const stage = await openKillStage({ files, world: world(), cli });
  try {
    return await act(stage);
  } finally {
    await stage.close();
  }
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
  expect(moment.length).toBeGreaterThan(5);
  await forEachOf(moment.length, async (index) => {
    const line = String((moment[index] ?? 0) + 1);
    const said = await onStage(async (stage) => {
      const { code } = await stage.applyInChild({ KILL_AFTER_LINE: line });
      const again = await stage.applyRest();
      const { sandbox } = stage;
      return { wasKilled: code === null, again, links: findLinks(sandbox), isInOrder: isInOrder(sandbox) };
    });
    const fine = { wasKilled: true, again: 0, links: ['new', 'OldBasses'], isInOrder: true };
    expect(said, `killed after line ${line}`).toEqual(fine);
  });
});
