import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Forge, KeptPlan, PlanPlace } from '../../../src/forge/forge.ts';

/** A repository at a forge, a real one or one that answers like it, and what people do there. */
export interface ForgeWorld {
  /** As a workflow's own account. */
  readonly forge: Forge;
  /** What errors call it. */
  readonly name: string;
  /** Puts a commit on a branch, which is made where there is none. Resolves to the commit. */
  pushTo(branch: string): Promise<string>;
  /** Somebody opens a pull request from a branch. Resolves to its number. */
  openPull(branch: string): Promise<number>;
  /** Resolves to the commit by which it came to the branch that is applied. */
  merge(pullRequest: number): Promise<string>;
  /** Somebody approves what a pull request stands at. */
  approve(pullRequest: number): Promise<void>;
  /** Somebody who may takes all approvals back. */
  dismiss(pullRequest: number): Promise<void>;
  /** Somebody writes what Rollcall would. */
  comment(pullRequest: number, body: string): Promise<void>;
  openIssue(title: string, body: string): Promise<void>;
  /** Of a pull request or an issue, whatever was written there, oldest first, and its title. */
  read(
    number: number,
  ): Promise<{ readonly title: string; readonly state: string; readonly bodies: string[] }>;
  /** A plan is kept as the workflow does it. */
  keep(place: PlanPlace, plan: string): Promise<void>;
  /** So much time passes at the forge that it tells two things apart. */
  tick(): Promise<void>;
  close(): Promise<void>;
}

/** More than a page of any forge. */
const many = 104;

/** What whoever asks a forge relies on. Written once: for what answers like a forge in tests, and for real ones. */
export function testForge(name: string, open: () => Promise<ForgeWorld>): void {
  describe(`${name}: a forge`, () => {
    let world: ForgeWorld;
    beforeAll(async () => {
      world = await open();
    }, 120_000);
    afterAll(() => world.close());
    const openMerged = async (branch: string) => {
      const head = await world.pushTo(branch);
      const number = await world.openPull(branch);
      return { head, number, commit: await world.merge(number) };
    };

    test('is called by its name where it refuses', async () => {
      expect(world.forge.name).toBe(world.name);
      await expect(world.forge.addComment(999_999, 'to nobody')).rejects.toThrow(
        `${world.name} answered POST`,
      );
    });

    test('tells the pull request by which a commit came, at the head that was merged, whatever is pushed later', async () => {
      const before = Date.now() - 2_000;
      const { head, number, commit } = await openMerged('merged');
      await world.pushTo('merged');
      const [pull, ...others] = await world.forge.findMerged(commit);
      expect([pull, others]).toEqual([{ number, head, mergedAt: expect.any(Number) }, []]);
      expect(pull?.mergedAt).toBeGreaterThan(before);
    });

    test('tells of none for a commit of a pull request that is open', async () => {
      const head = await world.pushTo('open');
      await world.openPull('open');
      expect(await world.forge.findMerged(head)).toEqual([]);
    });

    test('tells own comments from what others wrote, oldest first, however many there are', async () => {
      await world.pushTo('comments');
      const number = await world.openPull('comments');
      await world.comment(number, '<!-- rollcall plan main -->\nnot ours');
      for (let index = 0; index < many; index += 1) await world.forge.addComment(number, `ours ${index}`);
      const found = await world.forge.findComments(number);
      expect(found.map(({ body }) => body)).toEqual(
        Array.from({ length: many }, (_, index) => `ours ${index}`),
      );
      const last = found.at(-1)?.id ?? 0;
      await world.forge.editComment(last, 'ours, **anew** & <b>');
      expect((await world.forge.findComments(number)).at(-1)).toEqual({
        id: last,
        body: 'ours, **anew** & <b>',
      });
      expect((await world.read(number)).bodies[0]).toContain('not ours');
    });

    test('tells own open issues from others and from pull requests, however many there are', async () => {
      for (let index = 0; index < many; index += 1) await world.openIssue(`somebody’s ${index}`, 'drift');
      await world.forge.openIssue('ours', 'drift');
      const [issue, ...others] = await world.forge.findIssues();
      expect([issue?.body, others]).toEqual(['drift', []]);
      await world.forge.editIssue(issue?.id ?? 0, 'ours, anew', 'more drift');
      expect(await world.forge.findIssues()).toEqual([{ id: issue?.id, body: 'more drift' }]);
      expect((await world.read(issue?.id ?? 0)).title).toBe('ours, anew');
      await world.forge.closeIssue(issue?.id ?? 0);
      expect(await world.forge.findIssues()).toEqual([]);
    });

    test('opens one pull request from a branch, finds it while it is open, writes it anew and closes it', async () => {
      await world.pushTo('offer');
      expect(await world.forge.findPull('offer')).toBeUndefined();
      await world.forge.openPull('offer', 'An offer', 'of ours');
      const number = (await world.forge.findPull('offer')) ?? 0;
      await expect(world.forge.openPull('offer', 'Another', 'one')).rejects.toThrow('answered POST');
      await world.forge.editPull(number, 'An offer, anew', 'of ours');
      expect(await world.read(number)).toMatchObject({ title: 'An offer, anew', state: 'open' });
      await world.forge.closePull(number);
      expect(await world.forge.findPull('offer')).toBeUndefined();
    });

    test('tells approvals that stand, with the head that they are about', async () => {
      const head = await world.pushTo('reviewed');
      const number = await world.openPull('reviewed');
      expect(await world.forge.findApprovals(number)).toEqual([]);
      await world.approve(number);
      const found = await world.forge.findApprovals(number);
      expect(found).toEqual([{ id: expect.any(Number), head, at: expect.any(Number) }]);
      expect(Math.abs((found[0]?.at ?? 0) - Date.now())).toBeLessThan(60_000);
      await world.dismiss(number);
      expect(await world.forge.findApprovals(number)).toEqual([]);
    });

    test('tells that the repository is private', async () =>
      expect(await world.forge.isPrivate()).toBe(true));

    test('has the plans that were kept before the merge, newest first, and no other pull request’s', async () => {
      const commit = await world.pushTo('planned');
      const number = await world.openPull('planned');
      const place = { account: 'main', pullRequest: number, commit };
      for (const plan of ['one', 'two']) {
        await world.keep(place, plan);
        await world.tick();
      }
      const merge = await world.merge(number);
      await world.tick();
      await world.keep(place, 'after the merge');
      const [{ mergedAt } = { mergedAt: 0 }] = await world.forge.findMerged(merge);
      const read = async (wanted: PlanPlace) => readAll(world.forge.findPlans(wanted, mergedAt));
      expect(await read(place)).toEqual(['two', 'one']);
      expect(await read({ ...place, pullRequest: number + 1 })).toEqual([]);
      expect(await read({ ...place, commit: 'b'.repeat(40) })).toEqual([]);
      expect(await read({ ...place, account: 'other' })).toEqual([]);
    });
  });
}

async function readAll(plans: AsyncIterable<KeptPlan>): Promise<string[]> {
  const found: string[] = [];
  for await (const { read } of plans) found.push(Buffer.from((await read())?.plan ?? []).toString());
  return found;
}
