import type { Drafts } from '../../src/adopting/draft-files.ts';
import { draftFiles } from '../../src/adopting/draft-files.ts';
import type { Asked } from '../../src/adopting/find-kept.ts';
import { findWishes } from '../../src/adopting/find-wishes.ts';
import { parseInTurns } from '../../src/config/parse.ts';
import { resolveOrganisation } from '../../src/config/resolve.ts';
import type { Sources } from '../../src/config/sources.ts';
import { adoptedParts } from '../../src/domain/adoption.ts';
import type { LiveGroup } from '../../src/domain/group.ts';
import { noPast } from '../../src/domain/past.ts';
import { planGroups } from '../../src/planning/plan-groups.ts';
import type { PlanInput } from '../../src/planning/plan-input.ts';
import { altos, lid, noon, singer, today } from '../support/choir.ts';

/** The texts of files, as they would be read from a folder. */
export function toSources(files: Readonly<Record<string, string>>): Sources {
  const paths = Object.keys(files).toSorted();
  return {
    root: 'groups',
    files: paths.map((path) => ({ path, file: `groups/${path}`, text: files[path] ?? '' })),
    diagnostics: [],
  };
}

/** What a plan of these files is made from; undefined where they have mistakes. */
export async function toInput(sources: Sources, live: LiveGroup): Promise<PlanInput | undefined> {
  const resolution = resolveOrganisation(await parseInTurns(sources), noon);
  if (resolution.kind === 'mistakes') return undefined;
  return {
    organisation: resolution.organisation,
    account: 'main',
    readings: new Map([[altos, { kind: 'read', group: live }]]),
    lids: new Map(),
    past: noPast,
    now: noon,
  };
}

const comments = { notCompared: 'not compared', called: (name: string) => `${name}, they say` };

/** What two strangers of all worlds are called. */
const contacts = {
  byPerson: new Map([[singer(9).key, 'Gus\n# \u202e"']]),
  byLid: new Map([[lid('330000000000020'), 'Hidden']]),
};

/** The files as they would be, and whether that is right. */
export function adopt(sources: Sources, input: PlanInput, asked: Asked): Promise<Drafts> {
  const plans = planGroups(input).groups;
  const adoptions = plans.map((plan) => ({ plan, wishes: findWishes(plan, asked, today) }));
  return draftFiles({ adoptions, sources, input, asked, comments, contacts });
}

const policy = 'account: "+44 7700 900001"\ntimezone: UTC\nmanage: exact\n';
const people = [
  'people:',
  ...[2, 3, 4, 5].map((n) => `  p${n}: "+44 7700 90000${n}"`),
  'teams:',
  '  board: [p2, p3]',
  '',
].join('\n');

/** What becomes of the lines of one group's file below its id, all being asked for but what `asked` leaves out. */
export async function followWith(
  lines: string,
  live: LiveGroup,
  asked: Asked = new Set(adoptedParts),
  more: Readonly<Record<string, string>> = {},
) {
  const head = `id: ${altos}\n`;
  const sources = toSources({
    '_policy.yaml': policy,
    '_people.yaml': people,
    'altos.yaml': head + lines,
    ...more,
  });
  const input = await toInput(sources, live);
  if (!input) throw new Error(`mistakes in\n${lines}`);
  const { files, faults } = await adopt(sources, input, asked);
  const [file] = files;
  return {
    text: file?.text.slice(head.length),
    left: file?.left.map(({ reason, person, setting }) => [
      reason,
      person?.handle ?? person?.phone ?? setting,
    ]),
    faults: faults.map(({ fault }) => fault),
  };
}
