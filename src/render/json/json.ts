import { findNextCommand } from '../terminal/notes.ts';
import { summarise } from '../terminal/summary.ts';
import type {
  ChangeView,
  DriftView,
  GroupView,
  LeftAloneView,
  ScheduledView,
  View,
} from '../../view/types.ts';

/** Raised in its second half when something is added, in its first when something that a reader uses goes or changes. */
export const formatVersion = '1.3';

/** What the document says about its own making. */
export interface JsonMeta {
  readonly toolVersion: string;
  /** ISO 8601; the only thing in the document that differs from run to run. */
  readonly generatedAt: string;
  /** The command that carries on where an apply stopped, as the user would type it. */
  readonly again?: string;
}

/**
 * The document that `--json` and `--out` share, ready for `JSON.stringify`. Throws on a view that shows numbers: files
 * are kept, shared and attached to pull requests, so none may hold one. A report names the one command to run next.
 */
export function toJsonDocument(view: View, { toolVersion, generatedAt, again }: JsonMeta) {
  if (view.phones !== 'masked') throw new Error('a view that shows numbers must not become a file');
  const next = findNextCommand(view, again);
  return {
    formatVersion,
    toolVersion,
    generatedAt,
    // What `--expect` did not expect is no plan file either.
    kind: view.expected === undefined ? view.kind : 'apply',
    account: view.account,
    keyId: view.keyId,
    fingerprint: view.fingerprint,
    ...(view.expected !== undefined && { expected: view.expected }),
    ...(view.planName !== undefined && view.kind === 'plan' && { plan: view.planName }),
    sandbox: view.sandbox,
    memory: view.memory,
    ...(view.memoryFault !== undefined && { memoryFault: view.memoryFault }),
    summary: { text: summarise(view), ...view.totals },
    refusals: view.refusals,
    groups: view.groups.map(toGroup),
    toCreate: view.toCreate,
    ...(view.forecast && { forecast: view.forecast }),
    ...(view.kind === 'plan' && view.pace && { pace: view.pace }),
    ...(view.isPaceHeld && { isPaceHeld: true }),
    ...(view.kind === 'plan' && view.expected === undefined && view.approves && { approves: view.approves }),
    ...(view.run && { run: view.run }),
    ...(view.since && { since: view.since }),
    ...(view.run && next !== undefined && { next }),
  };
}

/** What a reader of the document finds in it. */
export type JsonDocument = ReturnType<typeof toJsonDocument>;

/** The document as text: the same view gives the same bytes. Ends in a newline. */
export function renderJson(view: View, meta: JsonMeta): string {
  return `${JSON.stringify(toJsonDocument(view, meta), null, 2)}\n`;
}

function toGroup(group: GroupView) {
  const { file, path, id, name, changes, leftAlone, unreadable, facts, refusals, scheduled, notices } = group;
  return {
    file,
    path,
    ...(id !== undefined && { id }),
    name,
    ...(unreadable && { unreadable }),
    ...(facts && { facts }),
    refusals,
    changes: changes.map(toChange),
    leftAlone: leftAlone.map(toLeftAlone),
    scheduled: scheduled.map(toScheduled),
    notices: notices.map(({ kind, sentence, lifted }) => ({ kind, sentence, ...(lifted && { lifted }) })),
  };
}

function toChange(change: ChangeView) {
  const { id, action, label, before, after, reason, why, via, file, line, refused, needs, outcome, origin } =
    change;
  return {
    id,
    action,
    label,
    ...(change.action === 'set' && { setting: change.setting }),
    before,
    after,
    ...toDistance(change),
    reason,
    why,
    via,
    ...(origin && { origin }),
    ...(file !== undefined && { file, line }),
    refused,
    needs,
    ...(outcome && { outcome }),
  };
}

function toScheduled(coming: ScheduledView) {
  const { id, on, action, label, before, refused, obstacle, sentence, origin, isApproved } = coming;
  return {
    id,
    on,
    action,
    label,
    before,
    refused,
    ...(obstacle && { obstacle }),
    ...(sentence !== undefined && { sentence }),
    ...(origin && { origin }),
    approved: isApproved,
  };
}

/** How far apart two photos are; the pictures themselves are for reports. */
function toDistance(drift: DriftView): { readonly distance?: number } {
  const isPhoto = drift.action === 'set' && drift.setting === 'photo';
  return isPhoto && drift.distance !== undefined ? { distance: drift.distance } : {};
}

function toLeftAlone(item: LeftAloneView) {
  const { reason, sentence, needsHuman, since, label, drift, other, line, asked } = item;
  return {
    reason,
    ...(drift && { action: drift.action }),
    label,
    ...(drift?.action === 'set' && { setting: drift.setting }),
    ...(drift && { before: drift.before, after: drift.after, ...toDistance(drift) }),
    sentence,
    needsHuman,
    ...(since !== undefined && { since }),
    ...(other !== undefined && { other }),
    ...(line !== undefined && { line }),
    ...(asked !== undefined && { asked }),
  };
}
