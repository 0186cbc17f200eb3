import { escapeInline } from '../../safe/inline.ts';
import type { NewGroupView } from '../../view/creation/new-group-view.ts';
import { isToBeMade } from '../../view/creation/new-group-view.ts';
import type { View } from '../../view/view.ts';
import type { Words } from '../../words/words.ts';
import { toPlainFile, toPlainName } from '../plain-name.ts';
import { tellCreation } from '../tell-creation.ts';
import { toGroupHeading } from './group-rows.ts';
import type { Columns, Row } from './rows.ts';
import { toSection } from './section.ts';

/** Groups that are to be made, all of them; after a run those that it had to do with. */
export function toCreateRows({ toCreate, run }: View, words: Words): Row[] {
  const told = run ? toCreate.filter(({ fate }) => fate) : toCreate;
  const rows = told.map((group): Row => ({
    kind: 'columns',
    ...toSign(group),
    label: toGroupHeading(group),
    text: group.name === '' ? '' : toPlainFile(group.file),
    note: tellCreation(group, words, { escape: escapeInline, toName: toPlainName }),
  }));
  return toSection(
    run ? words.creations.heading : words.terminal.headings.toCreate,
    rows,
    words,
    Number.POSITIVE_INFINITY,
  );
}

/** Kept back by the file's own wish, or for want of a word, which asks nobody for anything. */
const quiet: ReadonlySet<string> = new Set(['observe', 'not-approved']);

function toSign(group: NewGroupView): Pick<Columns, 'sign' | 'tone'> {
  const { fate, refused, obstacle = '' } = group;
  if (fate) return isDone(fate) ? { sign: 'verified', tone: 'good' } : { sign: 'needsHuman', tone: 'warn' };
  if (refused) return { sign: 'refused', tone: 'bad' };
  if (isToBeMade(group)) return { sign: 'add', tone: 'good' };
  return quiet.has(obstacle) ? { sign: 'leftAlone', tone: 'quiet' } : { sign: 'needsHuman', tone: 'warn' };
}

function isDone({ result, filed }: NonNullable<NewGroupView['fate']>): boolean {
  return (result === 'made' || result === 'taken') && filed !== 'not-filed';
}
