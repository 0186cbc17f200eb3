import type { FateView, NewGroupView } from '../view/creation/new-group-view.ts';
import type { CreationWords } from '../words/creation-words.ts';
import type { Escape, Inline } from '../safe/inline.ts';
import { join, list } from '../safe/inline.ts';
import type { Words } from '../words/words.ts';
import type { SafeText } from '../safe/escape.ts';

/** How texts of others are shown. */
interface Form {
  readonly escape: Escape;
  /** A person's label. */
  readonly toName: (label: SafeText) => Inline;
}

type Spoken = CreationWords & Pick<Words, 'and'>;

/** What is said of a group that is to be made, behind its name: what becomes of it, or became. */
export function tellCreation(
  group: NewGroupView,
  { creations, and }: Pick<Words, 'creations' | 'and'>,
  form: Form,
): Inline {
  const words = { ...creations, and };
  const { fate, refused, obstacle, found, others, first, isInvited } = group;
  if (fate && fate.cause !== 'obstacle') return tellFate(fate, words, form);
  if (refused) return words.refused;
  if (obstacle) return words.obstacles[obstacle](join(others.map(form.escape), ', '));
  if (found !== undefined) return words.found(form.escape(found));
  return (isInvited ? words.dueInvited : words.due)(form.toName(first));
}

function tellFate(fate: FateView, { fates: words, and }: Spoken, { escape, toName }: Form): Inline {
  const { result, group = '', filed = 'filed', text = '', cause, joined = [] } = fate;
  switch (result) {
    case 'made':
    case 'taken': {
      const id = escape(group);
      const end = filed === 'not-filed' ? words.notFiled(id, escape(text)) : words[filed];
      const people = joined.length > 0 ? words.joined(list(joined.map(toName), and)) : words.nobodyYet;
      return join([words[result](id), people, end], '; ');
    }
    case 'failed':
    case 'unknown':
      return words[result](escape(text));
    case 'nobody':
      return words.nobody;
    case 'skipped':
      return cause === undefined || cause === 'obstacle' ? words.skipped.stopped : words.skipped[cause];
  }
}
