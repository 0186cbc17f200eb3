import type { SinceBase, Unread, Untold } from '../domain/origin.ts';
import { maskPhone } from '../safe/mask.ts';
import {
  arrivedSentences,
  newNumberSentence,
  relaxedSentence,
  stoppedSentences,
  unreadSentence,
} from '../words/sentences.ts';
import type { Safety } from '../safe/labels.ts';
import type { SinceView } from './types.ts';

/** What a pull request does besides its changes, as people see it. Numbers are masked even where others are shown. */
export function toSinceView(since: SinceBase, safety: Safety): SinceView {
  const { base, numbers, unread, stopped, arrived, relaxed } = since;
  return {
    base: safety.line(base),
    numbers: numbers.map((each) => {
      const label = safety.line(each.person.name ?? each.person.handle ?? '');
      const [before, after] = [
        safety.line(maskPhone(each.before)),
        safety.line(maskPhone(each.person.phone)),
      ];
      const { groups, adminIn } = each;
      const sentence = safety.line(newNumberSentence(label, [before, after], each));
      return { label, before, after, groups, adminIn, sentence };
    }),
    unread: sortByGravity(unread).map((each) => ({
      file: safety.line(each.file),
      what: each.what,
      sentence: safety.line(unreadSentence(each, base)),
    })),
    stopped: stopped.map(({ file, name, how }) => ({
      file: safety.line(file),
      name: safety.line(name ?? ''),
      how,
      sentence: safety.line(stoppedSentences[how]),
    })),
    arrived: arrived.map(({ file, name, how }) => ({
      file: safety.line(file),
      name: safety.line(name ?? ''),
      how,
      sentence: safety.line(arrivedSentences[how]),
    })),
    relaxed: relaxed.map((each) => ({
      file: safety.line(each.file),
      name: safety.line(each.name ?? ''),
      keys: each.keys,
      modes: each.modes,
      sentence: safety.line(relaxedSentence(each)),
    })),
  };
}

/** What hides most comes first. */
const gravity: Readonly<Record<Untold, number>> = {
  people: 0,
  policy: 1,
  protected: 2,
  id: 3,
  group: 4,
  photo: 5,
};

function sortByGravity(unread: readonly Unread[]): Unread[] {
  return unread.toSorted((one, other) => gravity[one.what] - gravity[other.what]);
}
