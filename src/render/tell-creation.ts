import type { FateView, NewGroupView } from '../view/creation/new-group-view.ts';
import type { CreationWords } from '../words/creation-words.ts';
import type { Escape, Inline } from '../safe/inline.ts';
import { join } from '../safe/inline.ts';
import type { SafeText } from '../safe/escape.ts';

/** How texts of others are shown. */
interface Form {
  readonly escape: Escape;
  /** A person's label. */
  readonly toName: (label: SafeText) => Inline;
}

/** What is said of a group that is to be made, behind its name: what becomes of it, or became. */
export function tellCreation(group: NewGroupView, words: CreationWords, form: Form): Inline {
  const { fate, refused, obstacle, found, others, first } = group;
  if (fate && fate.cause !== 'obstacle') return tellFate(fate, words.fates, form);
  if (refused) return words.refused;
  if (obstacle) return words.obstacles[obstacle](join(others.map(form.escape), ', '));
  return found === undefined ? words.due(form.toName(first)) : words.found(form.escape(found));
}

function tellFate(fate: FateView, words: CreationWords['fates'], { escape }: Form): Inline {
  const { result, group = '', isFiled, text = '', cause } = fate;
  switch (result) {
    case 'made':
    case 'taken': {
      const id = escape(group);
      const filed = isFiled ? words.filed : words.notFiled(id, escape(text));
      return join([words[result](id), filed], '; ');
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
