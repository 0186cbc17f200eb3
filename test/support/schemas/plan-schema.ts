import { settingNames } from '../../../src/domain/settings.ts';
import * as z from 'zod';
import type { Loosened } from '../../../src/domain/loosened.ts';
import type { OutcomeCause } from '../../../src/domain/plan/outcome.ts';

/*
 * The document that `--json` and `--out` write. Strict here, so that a test notices every field that is not in it; as
 * JSON Schema it lets others pass, because a minor version may add some.
 */

const count = z.int().min(0);
const text = z.string();
const letters = z.string().regex(/^[a-p]*$/);
const value = z.union([z.string(), z.boolean(), z.number()]);
const action = z.enum(['set', 'add', 'promote', 'demote', 'remove']);
const setting = z.enum([...settingNames, 'photo', 'link']);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const refusal = z.strictObject({
  limit: z.enum(['removals', 'demotions', 'promotions', 'adds', 'admins', 'emptied', 'id-edited']),
  scope: z.enum(['group', 'run']),
  count,
  allowed: count,
  earlier: count.optional(),
  file: text.optional(),
  sentence: text,
  advice: text,
  allow: text.optional(),
});

const lifted = z.strictObject({
  limit: z.enum(['removals', 'demotions', 'promotions', 'adds', 'emptied']),
  scope: z.enum(['group', 'run']),
  count,
  usual: count,
  number: count,
  until: day,
  reason: text,
});

/** A record, so that the compiler notices a cause that is not in it. */
const causes: Readonly<Record<OutcomeCause, true>> = {
  declined: true,
  unreadable: true,
  'photo-unread': true,
  'link-unread': true,
  incomplete: true,
  uncounted: true,
  'perhaps-hidden': true,
  'no-answer': true,
  'without-effect': true,
  'not-let-in': true,
  'asks-no-more': true,
  'one-of-several': true,
  'under-way': true,
  'not-on-whatsapp': true,
  'gone-from-whatsapp': true,
  rejected: true,
  'gave-up': true,
  'line-lost': true,
  stopped: true,
  'left-alone': true,
  limit: true,
  interrupted: true,
  'not-reached': true,
  needs: true,
  pace: true,
  'not-due': true,
};

const result = z.enum(['verified', 'declined', 'not-verified', 'failed', 'skipped']);

const outcome = z.discriminatedUnion('result', [
  z.strictObject({ result: result.extract(['verified']) }),
  z.strictObject({
    result: result.exclude(['verified']),
    cause: z.enum(Object.keys(causes)),
    text,
  }),
]);

const origin = z.enum(['pull-request', 'phone', 'date', 'earlier-merge']);

const lane = z.enum(['knock', 'link']);

const change = z.strictObject({
  id: letters,
  action,
  lane: lane.optional(),
  label: text,
  setting: setting.optional(),
  number: z.enum(['old', 'new']).optional(),
  before: value,
  after: value,
  distance: z.number().min(0).max(1).optional(),
  reason: z.enum(['listed', 'begun', 'unlisted', 'ended', 'early', 'readd', 'differs', 'leavers']),
  why: text,
  via: z.array(text),
  origin: origin.optional(),
  file: text.optional(),
  line: z.int().min(1).optional(),
  refused: z.boolean(),
  needs: z.array(text),
  outcome: outcome.optional(),
});

const leftAlone = z.strictObject({
  reason: text,
  action: action.optional(),
  lane: lane.optional(),
  label: text,
  setting: setting.optional(),
  before: value.optional(),
  after: value.optional(),
  distance: z.number().min(0).max(1).optional(),
  sentence: text,
  needsHuman: z.boolean(),
  wasBefore: z.literal(true).optional(),
  since: day.optional(),
  other: text.optional(),
  line: text.optional(),
  asked: z.enum(['not-yet', 'spent', 'not-found', 'unclear']).optional(),
});

const toInvite = z.strictObject({
  id: letters,
  action: z.literal('add'),
  lane: z.literal('link'),
  label: text,
  reason: z.enum(['new-members', 'by-invite', 'declined']),
  sentence: text,
  refused: z.boolean(),
  approved: z.boolean(),
  refusal: text.optional(),
  number: z.enum(['old', 'new']).optional(),
  since: day.optional(),
  origin: origin.optional(),
  wasBefore: z.literal(true).optional(),
});

const scheduled = z.strictObject({
  id: letters,
  on: day,
  action,
  label: text,
  before: value,
  refused: z.boolean(),
  obstacle: text.optional(),
  sentence: text.optional(),
  lane: z.literal('link').optional(),
  origin: origin.optional(),
  approved: z.boolean(),
});

const mode = z.enum(['exact', 'additive', 'observe']);

const facts = z.strictObject({
  self: z.enum(['admin', 'member', 'unknown']),
  kind: z.enum(['group', 'community', 'announcements']),
  suspended: z.boolean(),
  topicFrozen: z.boolean(),
  peopleComplete: z.boolean(),
  members: count,
  admins: count,
  unidentified: count,
  manage: z.strictObject({ members: mode, admins: mode, settings: mode }),
});

const group = z.strictObject({
  file: text,
  path: text,
  id: text.optional(),
  name: text,
  claim: text.optional(),
  unreadable: z
    .strictObject({
      reason: z.enum(['not-in-group', 'no-such-group', 'failed']),
      sentence: text,
      needsHuman: z.boolean(),
      wasBefore: z.literal(true).optional(),
    })
    .optional(),
  facts: facts.optional(),
  refusals: z.array(refusal),
  changes: z.array(change),
  leftAlone: z.array(leftAlone),
  toInvite: z.array(toInvite),
  scheduled: z.array(scheduled),
  notices: z.array(
    z.strictObject({
      kind: text,
      sentence: text,
      wasBefore: z.literal(true).optional(),
      lifted: lifted.optional(),
    }),
  ),
});

const totals = [
  'toJoin',
  'toLeave',
  'toPromote',
  'toDemote',
  'toChange',
  'toInvite',
  'coming',
  'comingRefused',
  'refused',
  'groupsWithChanges',
  'groups',
  'inSync',
  'leftAlone',
  'needHuman',
  'unreadable',
  'toCreate',
  'elsewhere',
] as const;

const run = z.strictObject({
  results: z.record(result, count),
  notApproved: count,
  waiting: z.array(
    z.strictObject({
      id: letters,
      file: text,
      name: text,
      action: action.optional(),
      setting: setting.optional(),
      label: text,
      reason: text,
      sentence: text,
      since: day.optional(),
    }),
  ),
  stop: z
    .strictObject({
      code: z.enum(['rate-limited', 'session-lost', 'unreachable', 'no-answers', 'no-storage']),
      sentence: text,
    })
    .optional(),
  oldLinks: z.array(text),
  paceSpent: z.boolean(),
  interrupted: z.boolean(),
  resumesAt: text.optional(),
});

/** A record, so that the compiler notices a kind that is not in it. */
const loosenedKinds: Readonly<Record<Loosened['kind'], true>> = {
  limit: true,
  daily: true,
  pause: true,
  unprotected: true,
  account: true,
  memory: true,
  reach: true,
  'new-members': true,
  link: true,
  seal: true,
  'handed-over': true,
  allow: true,
};

const since = z.strictObject({
  base: text,
  unread: z.array(
    z.strictObject({
      file: text,
      what: z.enum(['policy', 'protected', 'people', 'defaults', 'group', 'id', 'photo']),
      sentence: text,
    }),
  ),
  newPeople: z.strictObject({
    arrived: z.array(text),
    renamed: z.array(z.strictObject({ label: text, before: text, isOther: z.literal(true).optional() })),
    alike: z.array(z.strictObject({ label: text, other: text })),
    sentences: z.array(text),
  }),
  numbers: z.array(
    z.strictObject({ label: text, before: text, after: text, groups: count, adminIn: count, sentence: text }),
  ),
  stopped: z.array(
    z.strictObject({
      file: text,
      name: text,
      how: z.enum(['deleted', 'ignored', 'id-edited']),
      sentence: text,
    }),
  ),
  defaults: z.array(
    z.strictObject({
      file: text,
      how: z.enum(['new', 'changed', 'removed']),
      groups: count,
      sentence: text,
    }),
  ),
  arrived: z.array(
    z.strictObject({ file: text, name: text, how: z.enum(['new-file', 'first-id']), sentence: text }),
  ),
  relaxed: z.array(
    z.strictObject({
      file: text,
      name: text,
      keys: z.array(z.enum([...settingNames, 'photo', 'members', 'admins'])),
      modes: z.array(
        z.strictObject({
          part: z.enum(['members', 'admins', 'settings']),
          before: z.enum(['exact', 'additive']),
          after: z.enum(['additive', 'observe']),
        }),
      ),
      sentence: text,
    }),
  ),
  loosened: z.array(z.strictObject({ kind: z.enum(Object.keys(loosenedKinds)), sentence: text })),
});

const pause = z.strictObject({ min: count, max: count });

/** What `toPlanDocument` makes. */
export const planDocument = z.strictObject({
  formatVersion: z.string().regex(/^1\.\d+$/),
  toolVersion: text,
  generatedAt: text,
  kind: z.enum(['plan', 'apply']),
  account: text,
  keyId: letters,
  fingerprint: letters,
  expected: letters.optional(),
  plan: letters.optional(),
  sandbox: z.boolean(),
  memory: z.enum(['none', 'kept', 'unusable']),
  memoryFault: text.optional(),
  freshMemory: z.strictObject({ since: day, until: day }).optional(),
  summary: z.strictObject({ text, ...Object.fromEntries(totals.map((name) => [name, count])) }),
  refusals: z.array(refusal),
  groups: z.array(group),
  toCreate: z.array(
    z.strictObject({
      file: text,
      name: text,
      id: letters,
      refused: z.boolean(),
      limit: z.literal(true).optional(),
      obstacle: text.optional(),
      found: text.optional(),
      others: z.array(text).optional(),
      first: text.optional(),
      sentence: text,
      fate: z
        .strictObject({
          result: text,
          group: text.optional(),
          filed: text.optional(),
          joined: z.array(text).optional(),
          text: text.optional(),
          cause: text.optional(),
        })
        .optional(),
    }),
  ),
  forecast: z
    .strictObject({
      adds: count,
      lookups: count,
      creates: count.optional(),
      days: count,
      minutes: count,
      isByAdding: z.boolean(),
      byLink: count.optional(),
    })
    .optional(),
  approves: z.strictObject({ ids: z.array(text), madeOn: day.optional(), seal: letters }).optional(),
  pace: z
    .strictObject({
      addsPerDay: count,
      lookupsPerDay: count,
      createsPerDay: count,
      messagesPerDay: count,
      pause,
      afterAdd: pause,
      reads: pause,
    })
    .optional(),
  openGroups: count.optional(),
  isPaceHeld: z.literal(true).optional(),
  photosNotAsked: z.strictObject({ count, since: text }).optional(),
  renewsWithDates: z.literal(true).optional(),
  run: run.optional(),
  since: since.optional(),
  next: text.optional(),
});

/** What `approvals --json` makes. */
export const approvalsDocument = z.strictObject({
  formatVersion: z.string().regex(/^1\.\d+$/),
  kind: z.literal('approvals'),
  account: text,
  approvals: z.array(
    z.strictObject({
      id: letters,
      file: text,
      name: text,
      action: action.optional(),
      setting: setting.optional(),
      label: text,
      before: z.enum(['member', 'admin']).optional(),
      lane: z.literal('link').optional(),
      on: day.optional(),
      since: day,
      plan: letters.optional(),
    }),
  ),
  dropped: z.array(letters),
});

/** What `groups --json` makes. */
export const groupsDocument = z.strictObject({
  formatVersion: z.string().regex(/^1\.\d+$/),
  kind: z.literal('groups'),
  account: text,
  isSandbox: z.boolean(),
  groups: z.array(
    z.strictObject({
      name: text,
      id: text.optional(),
      people: count,
      isWhole: z.boolean(),
      role: z.enum(['owner', 'admin', 'member', 'unknown']),
      kind: z.enum(['group', 'community', 'announcements']),
      files: z.array(text),
    }),
  ),
  gone: z.array(
    z.strictObject({
      file: text,
      name: text.optional(),
      id: text.optional(),
      reason: z.enum(['not-in-group', 'no-such-group']),
    }),
  ),
  withoutId: z.array(z.strictObject({ file: text, name: text.optional(), isWrong: z.boolean() })),
  unread: z.array(z.strictObject({ id: text.optional(), files: z.array(text), text })),
  isCut: z.boolean(),
  hasMistakes: z.boolean(),
  elsewhere: count,
});
