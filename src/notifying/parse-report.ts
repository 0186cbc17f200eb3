import * as z from 'zod';
import { UsageError } from '../errors.ts';
import { formatVersion as format } from '../render/json/format-version.ts';

/*
 * The report of a run, as far as a message needs it. It may come from an older version, which had less in it, or from
 * somebody who made it up: what is not there has a default, and nothing in it is believed to be safe.
 */

const longText = 10_000;
const text = z.string().max(longText).default('');
const id = z.string().max(longText).optional();
const flag = z.boolean().default(false);

const change = z.object({
  id,
  action: text,
  label: text,
  refused: flag,
  origin: id,
  outcome: z.object({ result: z.string().max(longText) }).optional(),
});

const leftAlone = z.object({
  reason: text,
  action: text,
  label: text,
  setting: text,
  needsHuman: flag,
  wasBefore: flag,
});

const group = z.object({
  file: text,
  name: text,
  unreadable: z.object({ reason: text, wasBefore: flag }).optional(),
  changes: z.array(change).default([]),
  leftAlone: z.array(leftAlone).default([]),
  toInvite: z.array(z.object({ id, reason: text, label: text })).default([]),
});

const created = z.object({
  file: text,
  name: text,
  fate: z.object({ result: z.string().max(longText), cause: id }).optional(),
});

const run = z.object({
  interrupted: flag,
  stop: z.object({ code: z.string().max(longText) }).optional(),
});

const schema = z.object({
  kind: z.enum(['plan', 'apply']),
  account: text,
  sandbox: flag,
  memory: z.string().max(longText).optional(),
  expected: id,
  refusals: z.array(z.object({ limit: text, file: id })).default([]),
  groups: z.array(group),
  toCreate: z.array(created).default([]),
  since: z.object({}).optional(),
  run: run.optional(),
});

/** What a report says of a run, or of how groups differ from their files. */
export type Report = z.infer<typeof schema>;
export type ReportedGroup = z.infer<typeof group>;

/** Of which formats a report is read: this one's, whatever has been added since. */
const [major] = format.split('.');

const version = z.object({ formatVersion: z.string().regex(/^\d{1,6}\.\d{1,6}$/), kind: z.string() });

/** The report in a text that `--report`, `--json` or `--out` wrote. Throws `UsageError` for anything else. */
export function parseReport(json: string, name: string): Report {
  const document = parseJson(json, name);
  const known = version.safeParse(document);
  if (!known.success) throw new UsageError(`${name} is JSON, and no report of Rollcall's. ${help}`);
  const { formatVersion } = known.data;
  if (formatVersion.split('.')[0] !== major)
    throw new UsageError(
      `${name} has format ${formatVersion}, and this version of Rollcall reads ${major}.x: it was written by another one. ${help}`,
    );
  const parsed = schema.safeParse(document);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const place = issue?.path.filter((part) => typeof part !== 'string' || /^\w{1,40}$/.test(part)).join('.');
  throw new UsageError(
    `${name} is damaged: ${place || 'its whole'}: ${issue?.message ?? 'unknown'}. ${help}`,
  );
}

const help = 'Give the file that `apply --report`, `create --report`, `plan --out` or `--json` wrote.';

function parseJson(json: string, name: string): unknown {
  try {
    return JSON.parse(json.replace(/^\ufeff/, ''));
  } catch {
    throw new UsageError(`${name} is no report: it is not JSON, or it was cut. ${help}`);
  }
}
