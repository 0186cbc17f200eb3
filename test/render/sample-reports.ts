import { english } from '../../src/words/english/english.ts';
import { indonesian } from '../../src/words/indonesian/indonesian.ts';
import { portuguese } from '../../src/words/portuguese/portuguese.ts';
import type { Words } from '../../src/words/words.ts';
import type { Occasion } from '../../src/domain/occasion.ts';
import type { FilePicture, Picture, Signature } from '../../src/domain/picture.ts';
import { toIdentity } from '../../src/domain/plan/change-identity.ts';
import type { Plan } from '../../src/domain/plan/plan.ts';
import { escapeTerminal } from '../../src/safe/escape.ts';
import type { ViewInput } from '../../src/view/to-view.ts';
import { toView } from '../../src/view/to-view.ts';
import type { View } from '../../src/view/view.ts';
import type { LoosenedView } from '../../src/view/loosened-view.ts';
import { changesOf, choirPlan, desiredGroup, groupPlan, inputOf, planOf, stranger } from './sample-plans.ts';
import { linksInput } from './sample-links.ts';
import { appliedPlan, leftAlonePlan, provedPlan, refusedPlan } from './sample-troubles.ts';

/** Two pixels that can be told apart: a dark one and a light one. */
const pixels = {
  dark: 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPj/HwADBwIAMCbHYQAAAABJRU5ErkJggg==',
  light:
    'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
} as const;

function picture(thumbnail: string): Picture {
  return { signature: '' as Signature, thumbnail };
}

/** The choir's plan, and a group with another photo. */
function reportPlan(): Plan {
  const plan = choirPlan();
  const basses = desiredGroup('choir/basses.yaml', 'Basses');
  const after: FilePicture = { ...picture(pixels.light), sha256: 'a'.repeat(64) };
  const group = groupPlan(basses, {
    changes: [
      changesOf(basses).of('remove', stranger, { kind: 'unlisted' }),
      {
        action: 'set',
        group: basses.id,
        setting: 'photo',
        before: { kind: 'picture', id: '1', picture: picture(pixels.dark) },
        after: { kind: 'file', path: 'photos/basses.jpg', picture: after },
        distance: 0.85,
        why: { kind: 'differs' },
      },
    ],
  });
  return { ...plan, groups: [...plan.groups.filter(({ desired }) => desired.file !== basses.file), group] };
}

/** The files of each kind that cannot be read in the other commit. */
const files = {
  policy: '_policy.yaml',
  protected: '_policy.yaml',
  people: '_people.yaml',
  defaults: 'choir/_defaults.yaml',
  group: 'choir/altos.yaml',
  id: 'choir/basses.yaml',
  photo: 'choir/tenors.yaml',
} as const;

/** Each kind of rule that can be loosened, once. */
export function loosenedSamples(): LoosenedView[] {
  const text = escapeTerminal;
  const [choir, tour] = [
    { file: text('choir/altos.yaml'), name: text('Altos') },
    { file: text('tour.yaml'), name: text('') },
  ];
  return [
    { kind: 'limit', rule: 'removals.percent', before: 10, after: 50 },
    { kind: 'limit', rule: 'removals.run', before: 20, after: 2000 },
    { kind: 'limit', rule: 'admins.min', before: 2, after: 0 },
    { kind: 'limit', rule: 'creates.run', before: 5, after: 50 },
    { kind: 'daily', rule: 'addsPerDay', before: 40, after: 400 },
    { kind: 'daily', rule: 'createsPerDay', before: 3, after: 9 },
    { kind: 'daily', rule: 'messagesPerDay', before: 1, after: 20 },
    {
      kind: 'pause',
      rule: 'reads',
      before: { min: 300, max: 900 },
      after: { min: 0, max: 0 },
    },
    { kind: 'unprotected', label: text('Ana Pereira') },
    { kind: 'account', name: text('second'), after: text('+44 •••• ••• 003') },
    { kind: 'account', name: text('third'), before: text('+44 •••• ••• 004') },
    {
      kind: 'account',
      name: text('main'),
      before: text('+44 •••• ••• 001'),
      after: text('+44 •••• ••• 002'),
    },
    { kind: 'memory', before: text('.rollcall') },
    { kind: 'memory', before: text('.rollcall'), after: text('elsewhere') },
    {
      kind: 'reach',
      part: 'members',
      before: 'additive',
      after: 'exact',
      isDefault: true,
      groups: [choir, tour],
    },
    { kind: 'reach', part: 'admins', before: 'none', after: 'exact', isDefault: false, groups: [choir] },
    {
      kind: 'reach',
      part: 'settings',
      before: 'observe',
      after: 'additive',
      isDefault: false,
      groups: [tour],
    },
    {
      kind: 'reach',
      part: 'members',
      before: 'additive',
      after: 'exact',
      isDefault: false,
      defaults: text('choir/_defaults.yaml'),
      groups: [choir, tour],
    },
    { kind: 'new-members', isDefault: true, groups: [choir, tour] },
    { kind: 'new-members', isDefault: false, defaults: text('choir/_defaults.yaml'), groups: [choir] },
    { kind: 'link' },
    { kind: 'seal', before: 'aaaabbbb' },
    { kind: 'seal', before: 'aaaabbbb', after: 'ccccdddd' },
    { kind: 'handed-over', before: text('main'), after: text('second'), groups: [choir, tour] },
    {
      kind: 'allow',
      group: choir,
      limit: 'removals',
      number: 28,
      until: '2026-12-31',
      reason: text('the class was split, see the minutes of 3 June'),
      before: { number: 5, until: '2026-12-31' },
    },
    { kind: 'allow', group: tour, limit: 'adds', number: 1, until: '2026-12-31', reason: text('Ana') },
  ];
}

/** A pull request that is compared with its base: a new number, a file taken away, and changes that others caused. */
function comparedView(): View {
  const view = toView(inputOf(reportPlan(), { about: { ...about, occasion }, isOneOfSeveral: true }));
  const text = escapeTerminal;
  return {
    ...view,
    freshMemory: { since: '2026-05-20', until: '2026-07-19' },
    groups: view.groups.map((group) => ({
      ...group,
      // What is left alone in the hall was so before; of the others it is new.
      ...(group.unreadable && { unreadable: { ...group.unreadable, wasBefore: true } }),
      notices: group.notices.map((notice) => ({ ...notice, wasBefore: true })),
      changes: group.changes.map((change) => ({
        ...change,
        origin: change.reason === 'ended' ? 'date' : group.name === 'Altos' ? 'phone' : 'pull-request',
      })),
    })),
    since: {
      base: text('origin/main'),
      numbers: [
        {
          label: text('Ana Pereira'),
          before: text('+44 •••• ••• 890'),
          after: text('+44 •••• ••• 123'),
          groups: 17,
          adminIn: 14,
        },
      ],
      newPeople: {
        arrived: [text('Kofi Mensah'), text('nadia')],
        renamed: [
          { label: text('Sam Okoro'), before: text('Samuel Okoro') },
          { label: text('Mallory'), before: text('Ana Pereira'), isOther: true },
        ],
        alike: [{ label: text('Ana Pereira (ana)'), other: text('Ana Pereira (ana-2)') }],
      },
      unread: (['people', 'policy', 'protected', 'defaults', 'id', 'group', 'photo'] as const).map(
        (what) => ({
          file: text(files[what]),
          what,
        }),
      ),
      defaults: [
        { file: text('_defaults.yaml'), how: 'changed', groups: 40 },
        { file: text('youth/_defaults.yaml'), how: 'new', groups: 1 },
        { file: text('old/_defaults.yaml'), how: 'removed', groups: 0 },
      ],
      loosened: loosenedSamples(),
      arrived: [
        { file: text('friends.yaml'), name: text('Friends'), how: 'new-file' },
        { file: text('minis.yaml'), name: text('Minis'), how: 'first-id' },
      ],
      stopped: [{ file: text('old.yaml'), name: text('Old choir'), how: 'deleted' }],
      relaxed: [
        {
          file: text('book-club.yaml'),
          name: text('Book club'),
          keys: ['topic', 'photo', 'members'],
          modes: [{ part: 'admins', before: 'exact', after: 'additive' }],
        },
        {
          file: text('tour.yaml'),
          name: text(''),
          keys: [],
          modes: [
            { part: 'settings', before: 'exact', after: 'observe' },
            { part: 'members', before: 'additive', after: 'observe' },
          ],
        },
        {
          file: text('tenors.yaml'),
          name: text('Tenors'),
          keys: ['disappearing'],
          modes: [{ part: 'members', before: 'exact', after: 'additive' }],
        },
      ],
    },
  };
}

const stop = { kind: 'stop', code: 'rate-limited', text: 'status 429: rate-overlimit' } as const;

function runOf({ plan, outcome }: ReturnType<typeof appliedPlan>, extra: Partial<ViewInput> = {}): View {
  return toView(inputOf(plan, { outcome, ...extra }));
}

/** What a forge says of a pull request, with what people write into titles and names. */
export const occasion: Occasion = {
  commit: { id: '5f3c9b1ad20e7c64', address: 'https://forge.example/clara/choir/commit/5f3c9b1ad20e7c64' },
  pullRequest: {
    number: 12,
    title: 'Ana <joins> the *altos*, call +44 7700 900123',
    address: 'https://forge.example/clara/choir/pull/12',
  },
  author: 'clara-b',
  page: 'https://forge.example/clara/choir/actions/runs/4711#artifacts',
  files: 'https://forge.example/clara/choir/raw/5f3c9b1ad20e7c64/',
};

/** Noon, in a zone of its own. */
export const about = { now: Date.UTC(2026, 5, 2, 12), timezone: 'Asia/Jakarta' };

/** A plan of which this pull request caused nothing: all kinds of drift, made on phones, by dates and by merges before. */
function othersView(): View {
  const plan = reportPlan();
  const origins = (['phone', 'date', 'earlier-merge'] as const).values();
  const byGroup = new Map(plan.groups.map(({ desired }) => [desired.id, origins.next().value ?? 'phone']));
  const changes = plan.groups.flatMap((group) => group.changes);
  const since = {
    base: 'origin/main',
    origins: new Map(changes.map((change) => [toIdentity(change), byGroup.get(change.group) ?? 'phone'])),
    stopped: [],
    arrived: [],
    relaxed: [],
    loosened: [],
    unread: [],
    numbers: [],
    known: new Set<string>(),
  };
  return toView(inputOf(plan, { since }));
}

/** Every kind of report once. */
export const reportViews: Readonly<Record<string, () => View>> = {
  plan: () =>
    toView(
      inputOf(reportPlan(), {
        forecast: { adds: 90, lookups: 120, days: 3, minutes: 62, isByAdding: true },
        memory: 'none',
      }),
    ),
  compared: comparedView,
  others: othersView,
  refused: () => toView(inputOf(refusedPlan())),
  'left-alone': () => toView(inputOf(leftAlonePlan(), { memory: 'unusable' })),
  links: () => toView(linksInput()),
  nothing: () => toView(inputOf(planOf([groupPlan(desiredGroup('a.yaml', 'A'))]), { sandbox: true })),
  apply: () => runOf(appliedPlan()),
  'apply-stopped': () =>
    runOf(appliedPlan({ stop, interrupted: true, paceSpent: true, resumesAt: Date.UTC(2026, 5, 2, 12) }), {
      about,
    }),
  'apply-proved': () => runOf(provedPlan()),
};

export const languages: readonly Words[] = [english, indonesian, portuguese];
