import { readFile } from 'node:fs/promises';
import type { Sandbox } from '../../../src/sandbox/start.ts';
import type { WorldFile } from '../../../src/sandbox/world-file.ts';
import { createDraw } from '../draw.ts';
import { askOracle } from '../oracle.ts';
import { nothingYet } from '../oracle/memory.ts';
import type { Question, Remembered } from '../oracle/question.ts';
import type { RawFiles } from '../raw-files.ts';
import type { Run } from '../stage.ts';
import type { Approvals } from './approvals.ts';
import { toApprovals } from './approvals.ts';
import { judge } from './judge.ts';
import { tellNews } from './news.ts';
import type { PlanDocument } from './plan-document.ts';
import { findRemarks, pickHalf } from './plan-document.ts';
import type { DaysStage } from './days-stage.ts';
import { openDays } from './days-stage.ts';
import type { Later, Story } from './story.ts';

export interface Played {
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
  requests = 0;
  compared = 0;
  groups = 0;
  private readonly stage: DaysStage;
  private readonly story: Story;
  private memory: Remembered = nothingYet;
  private approvals: Approvals = new Map();
  private isBlurred = false;
  private world: WorldFile;

  constructor(stage: DaysStage, story: Story) {
    this.stage = stage;
    this.story = story;
    this.world = story.before.world;
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
    if (document) await this.apply(today, files, [this.stage.path('plan.json')], sandbox);
  }

  /** What the memory holds as approved is carried out. */
  async goOn({ day, news, files }: Later): Promise<void> {
    this.world = tellNews(this.world, news);
    await this.stage.write(files);
    await this.apply(day, files, []);
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

  private async apply(day: string, files: RawFiles, argv: readonly string[], awake?: Sandbox): Promise<void> {
    const sandbox = awake ?? (await this.stage.goTo(day, this.world));
    const question = this.ask(day, files, sandbox.world());
    const run = await this.stage.run('apply', ...argv, ...toFlags(files));
    const { approvals } = this;
    const { isBlurred } = this;
    const judgement = judge({ code: run.code, question, approvals, sandbox, isBlurred });
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
    return { files, world, today, account: 'main', memory: this.memory };
  }

  private complain({ today }: Question, what: readonly string[]): void {
    this.complaints.push(...what.map((complaint) => `${today}: ${complaint}`));
  }
}

function toFlags({ policy }: RawFiles): string[] {
  return policy.accounts ? ['--account', 'main'] : [];
}

/** Any code but those that say what became of an apply. */
function checkCode({ code, err }: Run): string[] {
  return [0, 1, 3, 4].includes(code) ? [] : [`exit ${code}: ${err.slice(-500)}`];
}
