import { personActions } from '../../domain/plan/change.ts';
import * as z from 'zod';
import { usualPace } from '../../domain/defaults.ts';
import type { Day } from '../../domain/group.ts';
import { settingNames } from '../../domain/settings.ts';
import type { Pace } from '../../domain/organisation.ts';
import type { Pending } from '../../domain/past.ts';
import { letterCounts, toLettersPattern } from '../../safe/letters.ts';
import type { SealedApproval } from '../../domain/plan/plan.ts';
import { formatVersion } from './format-version.ts';

/** What a plan file approves, and for whom. */
export interface PlanFile {
  readonly account: string;
  readonly keyId: string;
  readonly fingerprint: string;
  /** Of its changes, due or brought by a date, that nothing objected to: a plan file approves nothing else. */
  readonly approved: readonly ApprovedChange[];
  /** Ids to which something objected: whoever read this plan was told that they are not carried out. */
  readonly refused: readonly string[];
  /** What it said that it approves when it was made, under the key's seal; absent in files of earlier versions. */
  readonly approves?: SealedApproval;
  readonly sandbox: boolean;
  /** By which it was judged; absent in files of earlier versions. */
  readonly pace?: Pace;
}

/** One change that a plan file approves. */
interface ApprovedChange {
  readonly id: string;
  /** The file of its group. */
  readonly file: string;
  /** Its group's id; absent for legacy ones. */
  readonly groupId?: string;
  readonly what?: Exclude<Pending['what'], undefined>;
  /** Whom or what it is about, without numbers; '' where the file does not say. */
  readonly label: string;
  /** For what a date brings: the first day on which it is due. */
  readonly on?: Day;
  /** They ask to come, or may come by the link, and are not to be added. */
  readonly lane?: 'link';
}

/** A text that is no plan file that this version can read; the message says what is wrong and what to do. */
export class PlanFileError extends Error {
  override readonly name = 'PlanFileError';
}

/** As many letters as toChangeId, toFingerprint and toKeyId make (planning/approval.ts), and no others. */
const letters = (count: number) =>
  z.string().regex(toLettersPattern(count), `must be ${count} letters from a to p`);
const id = letters(letterCounts.id);
const keyId = letters(letterCounts.keyId);

const versionSchema = z.object({ formatVersion: z.string().regex(/^\d+\.\d+$/), kind: z.string() });

const amount = z.number().int().min(0);
const pauseSchema = z.object({ min: amount, max: amount });
const paceSchema = z.object({
  addsPerDay: amount,
  lookupsPerDay: amount,
  // Files of earlier versions have none of these; their seal does not hold any more, which is said as that.
  createsPerDay: amount.default(usualPace.createsPerDay),
  messagesPerDay: amount.default(usualPace.messagesPerDay),
  pause: pauseSchema,
  afterAdd: pauseSchema,
  reads: pauseSchema,
});
const on = z.iso.date();
const action = z.enum(['set', ...personActions]);
const refused = z.object({
  refused: z.literal(true),
  id: id.optional(),
  obstacle: z.string().optional(),
});
const about = {
  id,
  label: z.string().default(''),
  action: action.optional(),
  setting: z.enum([...settingNames, 'photo', 'link']).optional(),
  lane: z.enum(['knock', 'link']).optional(),
};

/** Plan files of before groups were made have none that could be approved. */
const newGroupSchema = z.object({
  file: z.string(),
  name: z.string().default(''),
  id: id.optional(),
  refused: z.boolean().default(true),
});

/** Only what approval needs: a later minor version may hold more. */
const planFileSchema = z.object({
  toCreate: z.array(newGroupSchema).default([]),
  account: z.string().min(1),
  keyId,
  fingerprint: id,
  sandbox: z.boolean(),
  pace: paceSchema.optional(),
  approves: z.object({ ids: z.array(z.string()), madeOn: on.optional(), seal: id }).optional(),
  groups: z.array(
    z.object({
      file: z.string().default(''),
      id: z.string().optional(),
      changes: z.array(
        z.discriminatedUnion('refused', [z.object({ refused: z.literal(false), ...about }), refused]),
      ),
      // Plan files of earlier versions approve nobody who comes by the link.
      toInvite: z
        .array(z.discriminatedUnion('refused', [z.object({ refused: z.literal(false), ...about }), refused]))
        .default([]),
      // Plan files of before dates had to be approved have none.
      scheduled: z
        .array(
          z.discriminatedUnion('refused', [z.object({ refused: z.literal(false), on, ...about }), refused]),
        )
        .default([]),
    }),
  ),
});

/** What a plan file approves. Throws a `PlanFileError` for anything that `plan --out` did not write. */
export function parsePlanFile(text: string): PlanFile {
  const document = parseJson(text);
  checkVersion(document);
  const parsed = planFileSchema.safeParse(document);
  if (!parsed.success)
    throw new PlanFileError(
      `This plan file is damaged: ${describe(parsed.error)}. Make it again with plan --out.`,
    );
  const { account, keyId, fingerprint, sandbox, groups, toCreate, pace, approves } = parsed.data;
  const approved = groups.flatMap(({ changes, toInvite, scheduled, ...group }) =>
    [...changes, ...toInvite, ...scheduled].flatMap((change) =>
      change.refused ? [] : [toApproved(change, group)],
    ),
  );
  const objected = groups.flatMap(({ changes, scheduled }) => [...changes, ...scheduled].flatMap(toRefused));
  return {
    account,
    keyId,
    fingerprint,
    approved: [...toCreate.flatMap(toMaking), ...approved],
    refused: objected,
    sandbox,
    ...(pace && { pace }),
    ...(approves && { approves: toSealed(approves) }),
  };
}

function toSealed({
  madeOn,
  ...sealed
}: NonNullable<z.infer<typeof planFileSchema>['approves']>): SealedApproval {
  return madeOn === undefined ? sealed : { ...sealed, madeOn };
}

/** That a group is made. */
function toMaking({
  file,
  name,
  id: making,
  refused: isRefused,
}: z.infer<typeof newGroupSchema>): ApprovedChange[] {
  return isRefused || making === undefined ? [] : [{ id: making, file, what: 'create', label: name }];
}

/** Where a group could not be read nothing objected: nobody could tell. */
function toRefused(change: {
  readonly refused: boolean;
  readonly id?: string | undefined;
  readonly obstacle?: string | undefined;
}): string[] {
  return change.refused && change.id !== undefined && change.obstacle !== 'unreadable' ? [change.id] : [];
}

function toApproved(
  { id: changeId, label, action: kind, setting, lane, on: day }: Readable,
  { file, id: groupId }: { readonly file: string; readonly id?: string | undefined },
): ApprovedChange {
  const what = setting ?? kind;
  return {
    id: changeId,
    file,
    ...(groupId !== undefined && { groupId }),
    label,
    ...(what && { what }),
    ...(lane && { lane: 'link' }),
    ...(day !== undefined && { on: day }),
  };
}

type Readable = z.infer<z.ZodObject<typeof about>> & { readonly on?: Day };

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw new PlanFileError('This is no plan file: it is not JSON. Make one with plan --out.');
  }
}

function checkVersion(document: unknown): void {
  const parsed = versionSchema.safeParse(document);
  if (!parsed.success)
    throw new PlanFileError('This JSON is no plan file of Rollcall. Make one with plan --out.');
  const { formatVersion: version, kind } = parsed.data;
  const major = formatVersion.split('.')[0];
  if (version.split('.')[0] !== major) {
    throw new PlanFileError(
      `This plan file has format ${version}, and this version of Rollcall reads ${major}.x. Make it again with this version.`,
    );
  }
  if (kind !== 'plan')
    throw new PlanFileError('This is the report of an apply, not a plan. Make a plan file with plan --out.');
}

/** The first thing that is wrong, and where: "groups.0.changes.3.id must be 32 letters from a to p". */
function describe(error: z.ZodError): string {
  const issue = error.issues[0];
  return issue ? `${issue.path.join('.')}: ${issue.message}` : 'unknown';
}
