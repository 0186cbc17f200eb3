import { readFile } from 'node:fs/promises';
import type { FaultRule } from '../../../src/sandbox/faults.ts';
import type { Sandbox } from '../../../src/sandbox/start.ts';
import type { WorldFile } from '../../../src/sandbox/world-file.ts';
import { createDraw } from '../draw.ts';
import { askOracle } from '../oracle.ts';
import { nothingYet } from '../oracle/memory.ts';
import type { Question, Remembered } from '../oracle/question.ts';
import type { RawFiles } from '../raw-files.ts';
import { none, union } from '../sets.ts';
import type { Run } from '../stage.ts';
import type { Approvals } from './approvals.ts';
import { isDone, toApprovals } from './approvals.ts';
import { findRemovedFrom } from '../compare-worlds.ts';
import type { Made } from './creating.ts';
import { judgeCreated, toMadeApprovals, toUnmade, withMade } from './creating.ts';
import { judge } from './judge.ts';
import { tellNews } from './news.ts';
import type { PlanDocument } from './plan-document.ts';
import { findRemarks, pickHalf } from './plan-document.ts';
import type { DaysStage } from './days-stage.ts';
import { openDays } from './days-stage.ts';
import type { Later, Story } from './story.ts';

export interface Played {
  /** What came to pass beside what the story says. */
  readonly traits: readonly string[];
  readonly complaints: readonly string[];
  /** Those that were not GET. */
  readonly requests: number;
  /** Groups whose end was compared to the letter, of all: once for each day. */
  readonly compared: number;
  readonly groups: number;
}

/**
 * A memory begins, a pull request is planned and merged a day later, and on days after it what is approved is carried
 * out. `tell` gets what each command says.
 */
export async function playStory(story: Story, tell?: (text: string) => void): Promise<Played> {
  const stage = await openDays(tell);
  try {
    const tale = new Tale(stage, story);
    await tale.begin();
    await tale.merge();
    for (const later of story.later) await tale.goOn(later);
    return tale;
  } finally {
    await stage.close();
  }
}

class Tale implements Played {
  readonly complaints: string[] = [];
  readonly traits: string[] = [];
  requests = 0;
  compared = 0;
  groups = 0;
  private readonly stage: DaysStage;
  private readonly story: Story;
  private memory: Remembered = nothingYet;
  private approvals: Approvals = new Map();
  /** The files whose creation was approved, and what was made. */
  private creations: ReadonlySet<string> = new Set();
  private made: Made = new Map();
  private isBlurred = false;
  private isOpen = false;
  /** The ids of what was made are in the files; until then they lack them each day anew, and the memory alone knows. */
  private isTaken: boolean;
  private removedFrom: ReadonlySet<string> = none;
  private world: WorldFile;

  constructor(stage: DaysStage, story: Story) {
    this.stage = stage;
    this.story = story;
    this.world = story.before.world;
    this.isTaken = createDraw(story.seed).chance(0.5);
  }

  /** The memory's first day: nothing is approved, and nothing written. */
  async begin(): Promise<void> {
    const { day, files } = this.story.before;
    await this.stage.write(files);
    await this.apply(day, files, ['--new-journal']);
  }

  /** The plan of a pull request, half of which is approved, and its merge. */
  async merge(): Promise<void> {
    const { today, files, news, edited } = this.story;
    this.world = tellNews(this.world, news);
    if (edited) await this.stage.commit();
    await this.stage.write(files);
    const sandbox = await this.stage.goTo(today, this.world);
    const question = this.ask(today, files, sandbox.world());
    const base = edited && { files: this.story.before.files, edited };
    const document = await this.plan(base ? { ...question, base } : question);
    this.approvals = document ? toApprovals(document, question) : new Map();
    if (!document) return;
    this.creations = new Set(
      document.toCreate.filter((one) => !one.refused && !one.obstacle).map(({ file }) => file),
    );
    const plan = this.stage.path('plan.json');
    await this.create(today, files, [plan], sandbox);
    await this.apply(today, files, [plan], sandbox);
  }

  /** What the memory holds as approved is carried out. */
  async goOn({ day, news, files }: Later): Promise<void> {
    this.world = tellNews(this.world, news);
    this.isTaken ||= createDraw(this.story.seed + Number(day.slice(-2))).chance(0.5);
    await this.writeFiles(files);
    const sandbox = await this.stage.goTo(day, this.world);
    await this.create(day, files, [], sandbox);
    await this.apply(day, files, [], sandbox);
  }

  /** A plan file with all or half of what there is; undefined where there is none. */
  private async plan(question: Question): Promise<PlanDocument | undefined> {
    const out = this.stage.path('plan.json');
    const base = question.base ? ['--base', 'main'] : [];
    const { code, err } = await this.stage.run('plan', '--out', out, ...base, ...toFlags(question.files));
    if (![0, 1, 4].includes(code)) return void this.complain(question, [`plan: exit ${code}: ${err}`]);
    const document = JSON.parse(await readFile(out, 'utf8')) as PlanDocument;
    this.complain(question, findRemarks(document, askOracle(question), question));
    const draw = createDraw(this.story.seed);
    const picked = draw.chance(0.3) ? document : pickHalf(document, draw);
    await this.stage.writeText('plan.json', JSON.stringify(picked));
    return picked;
  }

  /** Makes what was approved, at times while WhatsApp says nothing or no; and never twice. */
  private async create(
    day: string,
    files: RawFiles,
    argv: readonly string[],
    sandbox: Sandbox,
  ): Promise<void> {
    const open = [...this.creations].filter((file) => !this.made.has(file));
    if (open.length === 0 && !Object.values(files.groups).some(({ id }) => id === undefined)) return;
    const draw = createDraw(this.story.seed + 7 * Number(day.slice(-2)));
    const trouble = draw.chance(0.4) ? [draw.from(troubles)] : [];
    this.note(open.length > 0 ? 'creations approved' : 'creations not approved');
    if (open.length > 0 && trouble.length > 0) this.note('creations in trouble');
    for (const faults of [trouble, []]) {
      const question = this.ask(day, files, sandbox.world());
      const from = sandbox.requests().length;
      sandbox.setFaults(faults);
      const run = await this.stage.run('create', ...argv, ...toFlags(files));
      sandbox.setFaults([]);
      const { approvals, creations: approved, made } = this;
      const since = { ...sandbox, requests: () => sandbox.requests().slice(from) };
      // What may have been made, and is not there yet, is waited for.
      const isTroubled = trouble.length > 0 || this.isOpen;
      const judged = judgeCreated({ question, approvals, approved, made, sandbox: since, isTroubled });
      this.complain(
        question,
        [...checkCode(run), ...judged.complaints].map((text) => `create: ${text}`),
      );
      this.made = judged.made;
      // Who came with the request is there, and what was set is set.
      const after = sandbox.world();
      this.approvals = new Map(
        [...toMadeApprovals(approvals, judged.made)].filter(
          ([, { due }]) =>
            !(due.former && (due.action === 'add' || due.action === 'set') && isDone(due, after)),
        ),
      );
      await this.writeFiles(files);
    }
    this.isOpen = trouble.length > 0;
  }

  private writeFiles(files: RawFiles): Promise<void> {
    return this.stage.write(this.isTaken ? withMade(files, this.made) : files);
  }

  private note(trait: string): void {
    if (!this.traits.includes(trait)) this.traits.push(trait);
  }

  private async apply(day: string, files: RawFiles, argv: readonly string[], awake?: Sandbox): Promise<void> {
    const sandbox = awake ?? (await this.stage.goTo(day, this.world));
    const from = sandbox.requests().length;
    const question = this.ask(day, files, sandbox.world());
    const run = await this.stage.run('apply', ...argv, ...toFlags(files));
    const { approvals } = this;
    const { isBlurred } = this;
    const { removedFrom } = this;
    const since = { ...sandbox, requests: () => sandbox.requests().slice(from) };
    const judgement = judge({
      code: run.code,
      question,
      approvals,
      sandbox: since,
      isBlurred,
      removedFrom,
      isPlanned: argv.length > 0 && awake !== undefined,
    });
    this.removedFrom = union(removedFrom, findRemovedFrom(since));
    this.complain(question, [...checkCode(run), ...judgement.complaints]);
    this.approvals = judgement.approvals;
    this.memory = judgement.memory;
    this.isBlurred = judgement.isBlurred;
    this.compared += judgement.compared;
    this.world = sandbox.world();
    this.groups += this.world.groups.length;
    this.requests += sandbox.requests().filter(({ method }) => method !== 'GET').length;
  }

  private ask(today: string, files: RawFiles, world: WorldFile): Question {
    const former = new Map([...this.made].map(([file, id]) => [id, toUnmade(file)]));
    return { files: withMade(files, this.made), world, today, account: 'main', memory: this.memory, former };
  }

  private complain({ today }: Question, what: readonly string[]): void {
    this.complaints.push(...what.map((complaint) => `${today}: ${complaint}`));
  }
}

/** What may come between a request to make a group and its answer. */
const troubles: readonly FaultRule[] = [
  { tag: 'create', times: 1, do: 'disconnect', effect: true },
  { tag: 'create', times: 1, do: 'disconnect' },
  { tag: 'create', times: 1, code: 500, effect: true },
  { tag: 'create', times: 1, code: 403 },
  { method: 'POST', path: '/group', times: 1, do: 'close', effect: true },
  { method: 'POST', path: '/group', times: 1, status: 502, effect: true },
];

function toFlags({ policy }: RawFiles): string[] {
  return policy.accounts ? ['--account', 'main'] : [];
}

/** Any code but those that say what became of an apply. */
function checkCode({ code, err }: Run): string[] {
  return [0, 1, 3, 4].includes(code) ? [] : [`exit ${code}: ${err.slice(-500)}`];
}
