import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import type { Walker } from '../support/walkers/walkers-files.ts';
import { numberOf, perDay, strangers, walkers } from '../support/walkers/walkers-files.ts';
import type { Told, WalkersStage } from '../support/walkers/walkers-stage.ts';
import { openWalkers } from '../support/walkers/walkers-stage.ts';

/** What was to be seen at the end of a day. */
interface DayEnd {
  readonly day: string;
  readonly inside: readonly string[];
  /** How commands ended, in their order: only those that work on the group. */
  readonly codes: readonly number[];
  /** Who became a member by a request of the account, and who it looked up. */
  readonly asked: readonly string[];
  readonly messages: readonly string[];
}

const { ok, failed, incomplete } = exitCodes;
/** Whom nobody can bring in, and why the last plan says so. */
const outside: { readonly [K in Walker]?: string } = {
  rama: 'declined or was invited',
  farid: 'by: invite',
  sari: 'did not join',
  tono: 'did not join',
  wati: 'not on WhatsApp',
  yani: 'not on WhatsApp',
  vina: 'has left since',
};

describe.each(['en', 'id', 'pt-BR'])('thirty people and no group, told in %s', (language) => {
  let stage: WalkersStage;
  const ends: DayEnd[] = [];
  let last: Told;

  beforeAll(async () => {
    stage = await openWalkers(language);
    last = await playDays(stage, ends);
  }, 120_000);
  afterAll(() => stage.close());

  test('day by day they come, at the pace, and each command ends as it should', () => {
    expect(ends.map(({ day, codes }) => [day, ...codes])).toEqual([
      // The group is made, and ten come; two numbers are nobody's.
      ['made', ok, incomplete, ok, failed],
      // One comes by herself, five are added, four let nobody add them, and two numbers are nobody's still.
      ['knock', failed],
      // Three of the four come by themselves; of two WhatsApp does not say why they do not.
      ['invite', ok, failed, ok],
      ['messages', failed],
      ['removal', ok, failed],
      ['date', incomplete],
      // The two are tried once more, three days later.
      ['rest', failed],
    ]);
  });

  test('whoever can be there is, each of them once, and nobody else', () => {
    const expected = walkers.filter((who) => !(who in outside) && who !== 'endah' && who !== 'agus');
    expect(ends.at(-1)?.inside).toEqual(expected.toSorted());
    const joins = ends.flatMap(({ asked }) => asked);
    expect(joins.toSorted()).toEqual([...new Set(joins)].toSorted());
    expect(joins).toEqual(expect.not.arrayContaining([...strangers]));
    expect(stage.asking()).toEqual([strangers[0]]);
  });

  test('no day takes more than the pace', () => {
    for (const { asked, messages } of ends) {
      expect(asked.length).toBeLessThanOrEqual(perDay.adds);
      expect(messages.length).toBeLessThanOrEqual(perDay.messages);
    }
  });

  test('in the end nothing is to be done, and who is missing is named', () => {
    expect(last.code).toBe(ok);
    for (const who of Object.keys(outside)) expect(last.out).toContain(who);
    if (language !== 'en') return;
    const flat = last.out.replaceAll(/\s+/g, ' ');
    expect(flat).toContain('nothing to change in 1 group');
    for (const [who, why] of Object.entries(outside))
      expect(flat).toMatch(new RegExp(`${who}.*${why}|${why}.*${who}`));
  });

  test('the memory is one of real groups, and holds neither a number nor the link', async () => {
    const kept = await readFile(stage.path('.rollcall/journal.jsonl'), 'utf8');
    expect(kept).not.toContain('"rehearsed"');
    expect(kept).not.toContain('44770090');
    expect(kept).not.toContain(stage.link().split('/').at(-1));
  });

  test('what was told reads as it should', async () => {
    for (const [kind, ending] of forms) {
      const texts = stage.told.filter((one) => one[kind] !== undefined).filter(isTold(kind));
      const all = texts.map((one) => `${mark(one, kind)}\n${stage.steady(one[kind] ?? '')}`).join('\n');
      await expect(all).toMatchFileSnapshot(`../golden/from-nothing-${language}.${ending}`);
    }
  });
});

const forms = [
  ['out', 'txt'],
  ['markdown', 'md'],
  ['html', 'html'],
] as const;

/** Pages are long: the plan that makes the group, and what became of it on the first day. */
function isTold(kind: 'out' | 'markdown' | 'html'): (one: Told) => boolean {
  const pages = ['plan --out plan.json', 'create plan.json'];
  let seen = 0;
  return ({ command }) => kind !== 'html' || (pages.includes(command) && (seen += 1) <= pages.length);
}

function mark({ command, code }: Told, kind: string): string {
  return kind === 'out'
    ? `$ rollcall ${command}   # exit ${code}`
    : `<!-- rollcall ${command}: exit ${code} -->`;
}

/** The days as people spend them; resolves to the last plan. */
async function playDays(stage: WalkersStage, ends: DayEnd[]): Promise<Told> {
  const before = { told: 0, requests: 0, messages: 0, inside: new Set<string>() };
  const endDay = async (day: string) => {
    const { inside } = stage;
    const codes = stage.told
      .slice(before.told)
      .filter(isWork)
      .map(({ code }) => code);
    const asked = inside().filter((who) => !before.inside.has(who));
    const messages = (stage.sandbox.world().messages ?? []).slice(before.messages).map(({ to }) => to);
    ends.push({ day, inside: inside(), codes, asked, messages });
    before.told = stage.told.length;
    before.messages += messages.length;
    before.inside = new Set([...before.inside, ...inside()]);
    await stage.nextDay();
  };
  await stage.quietly('apply', '--new-journal', '--quiet');
  await stage.nextDay();
  await stage.nextHour();
  await makeGroup(stage);
  await endDay('made');
  await stage.knock('dian');
  await stage.knock(strangers[0]);
  await stage.command('apply');
  await stage.leave('vina');
  await endDay('knock');
  await comeByLink(stage);
  await endDay('invite');
  await stage.knock('putri');
  await stage.knock('bayu');
  await stage.command('apply');
  // Rollcall never lets anybody in by a LID alone: an admin does.
  await stage.onPhone('/group/participant-requests/approve', { participants: [numberOf('bayu')] });
  await endDay('messages');
  await dropSomebody(stage);
  await endDay('removal');
  await stage.command('apply');
  await endDay('date');
  await stage.command('apply');
  await endDay('rest');
  return stage.command('plan');
}

function isWork({ command }: Told): boolean {
  return /^(?:plan|create|apply)/.test(command);
}

async function makeGroup(stage: WalkersStage): Promise<void> {
  await stage.command('plan', '--out', 'plan.json');
  // In the wrong order: nothing happens, and it says what comes first.
  await stage.command('apply', 'plan.json');
  await stage.plain('approvals');
  await stage.command('create', 'plan.json');
  await stage.onPhone('/group/join-approval', { enabled: true });
  await stage.command('apply', 'plan.json');
  await stage.invite('', 'walkers.yaml');
}

async function comeByLink(stage: WalkersStage): Promise<void> {
  for (const who of ['gita', 'oki', 'umar'] as const) await stage.knock(who);
  await stage.command('plan', '--out', 'plan.json');
  await stage.command('apply');
  await stage.command('plan', '--out', 'plan.json');
  await stage.quietly('apply', 'plan.json');
  await stage.invite('a', 'walkers.yaml', '--send');
}

/** Somebody is taken out of the file; whoever has the link that they had cannot come by it any more. */
async function dropSomebody(stage: WalkersStage): Promise<void> {
  const old = stage.link();
  const text = await readFile(stage.path('groups/walkers.yaml'), 'utf8');
  await stage.write('groups/walkers.yaml', text.replace('  - endah\n', ''));
  await stage.command('plan', '--out', 'plan.json');
  await stage.command('apply', 'plan.json');
  expect(stage.link()).not.toBe(old);
  await stage.knock('farid', old);
  expect(stage.asking()).not.toContain('farid');
}
