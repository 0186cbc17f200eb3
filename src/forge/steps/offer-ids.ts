import { emphasiseMarkdown, escapeMarkdown } from '../../safe/escape-markdown.ts';
import type { Inline } from '../../safe/inline.ts';
import { escapeInline } from '../../safe/inline.ts';
import { makeSafety } from '../../safe/labels.ts';
import { mask } from '../../safe/mask.ts';
import type { OfferWords } from '../../words/offer-words.ts';
import type { Job } from '../job.ts';
import type { CreatedGroup } from '../offer/created.ts';
import { parseCreated } from '../offer/created.ts';
import { loadOwnWords } from '../offer/load-own-words.ts';
import { offerPull, tellForeign, withdrawPull } from '../offer/offer-pull.ts';
import type { Unwritten, WrittenIds } from '../offer/write-ids.ts';
import { holdsIds, writeIds } from '../offer/write-ids.ts';

/**
 * Offers the ids of groups that were made (CREATED) as one pull request, put into the files as they are on the server by now. Rejects
 * where somebody else has put commits on its branch; whatever of it cannot be written down is said.
 */
export async function offerIds(job: Job): Promise<void> {
  const created = parseCreated(job.input('CREATED'));
  const ids = await writeIds(job, created);
  const { ids: words, noChecks } = (await loadOwnWords(job)).offers;
  await tellLeft(job, ids.left, words);
  if (ids.written.length === 0) return withdrawPull(job, 'ids');
  const account = escapeInline(job.accountName === 'main' ? '' : job.accountName);
  const title = words.title(ids.written.length, account);
  const body = toBody(job, ids, { words, noChecks: noChecks(escapeInline(job.forge.name)) });
  const pushed = await offerPull(job, 'ids', { ...ids, title, body });
  if (pushed.kind === 'pushed') return;
  const text = await tellForeign(job, 'ids');
  // Whoever brings our pull request up to date puts a commit of their own on it.
  if (!(await holdsIds(job, pushed.tip, ids.written))) throw new Error(text);
  await job.runner.annotate([{ level: 'warning', title: 'Rollcall', text }]);
}

interface Said {
  readonly words: OfferWords['ids'];
  readonly noChecks: Inline;
}

/** What there is to know of it stands above the list, which alone is cut where it is too long. */
function toBody({ addresses }: Job, { written, left }: WrittenIds, { words, noChecks }: Said): string {
  const others = left.map((unwritten) => `- ${toPlace(unwritten)}: ${toReason(unwritten, words)}`);
  return [
    words.intro,
    noChecks,
    words.again(escapeInline(addresses.run)),
    ...(others.length > 0 ? [`${words.left}\n\n${others.join('\n')}`] : []),
    written
      .map((group) => `- ${emphasiseMarkdown(line(group.name))}: ${toPlace({ group })}, \`${toId(group)}\``)
      .join('\n'),
  ].join('\n\n');
}

/** Also where there is no pull request that could say it. */
async function tellLeft(
  { runner }: Job,
  left: readonly Unwritten[],
  words: OfferWords['ids'],
): Promise<void> {
  const texts = left.map(
    (unwritten) => `${unwritten.group.path}: ${toReason(unwritten, words).replaceAll('`', '')}`,
  );
  await runner.annotate(texts.map((text) => ({ level: 'warning', title: 'Rollcall', text })));
}

function toReason({ group, why }: Unwritten, { reasons }: OfferWords['ids']): string {
  return reasons[why](toId(group));
}

const { line } = makeSafety(false);

function toPlace({ group }: Pick<Unwritten, 'group'>): Inline {
  return escapeMarkdown(line(group.path));
}

/** An id is digits and a place, and one of the old kind has a number in it. */
function toId({ id }: CreatedGroup): Inline {
  return escapeInline(mask(id));
}
