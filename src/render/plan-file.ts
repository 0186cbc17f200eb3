import * as z from 'zod';
import type { Pace } from '../domain/organisation.ts';
import { formatVersion } from './json.ts';

/** What a plan file approves, and for whom. */
export interface PlanFile {
  readonly account: string;
  readonly keyId: string;
  readonly fingerprint: string;
  /** Of its changes that no limit refused: a plan file approves nothing else. */
  readonly ids: readonly string[];
  /** The same ids, each with the file of its group. */
  readonly changes: ReadonlyMap<string, string>;
  readonly sandbox: boolean;
  /** By which it was judged; absent in files of earlier versions. */
  readonly pace?: Pace;
}

/** A text that is no plan file that this version can read; the message says what is wrong and what to do. */
export class PlanFileError extends Error {
  override readonly name = 'PlanFileError';
}

/** As many letters as toChangeId, toFingerprint and toKeyId make (planning/approval.ts), and no others. */
const id = z.string().regex(/^[a-p]{32}$/, 'must be 32 letters from a to p');
const keyId = z.string().regex(/^[a-p]{16}$/, 'must be 16 letters from a to p');

const versionSchema = z.object({ formatVersion: z.string().regex(/^\d+\.\d+$/), kind: z.string() });

const amount = z.number().int().min(0);
const pauseSchema = z.object({ min: amount, max: amount });
const paceSchema = z.object({
  addsPerDay: amount,
  lookupsPerDay: amount,
  pause: pauseSchema,
  afterAdd: pauseSchema,
  reads: pauseSchema,
});

/** Only what approval needs: a later minor version may hold more. */
const planFileSchema = z.object({
  account: z.string().min(1),
  keyId,
  fingerprint: id,
  sandbox: z.boolean(),
  pace: paceSchema.optional(),
  groups: z.array(
    z.object({
      file: z.string().default(''),
      changes: z.array(
        z.discriminatedUnion('refused', [
          z.object({ refused: z.literal(false), id }),
          z.object({ refused: z.literal(true) }),
        ]),
      ),
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
  const { account, keyId, fingerprint, sandbox, groups, pace } = parsed.data;
  const changes = new Map(
    groups.flatMap((group) =>
      group.changes.flatMap((change) => (change.refused ? [] : [[change.id, group.file] as const])),
    ),
  );
  return { account, keyId, fingerprint, ids: [...changes.keys()], changes, sandbox, ...(pace && { pace }) };
}

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
