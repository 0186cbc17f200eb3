import type { SinceBase } from '../domain/origin.ts';
import { maskPhone } from './mask.ts';
import { newNumberSentence, stoppedSentences } from './sentences.ts';
import type { Safety } from './view-safety.ts';
import type { SinceView } from './view-types.ts';

/** What a pull request does besides its changes, as people see it. Numbers are masked even where others are shown. */
export function toSinceView({ base, numbers, stopped }: SinceBase, safety: Safety): SinceView {
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
    stopped: stopped.map(({ file, name, how }) => ({
      file: safety.line(file),
      name: safety.line(name ?? ''),
      how,
      sentence: safety.line(stoppedSentences[how]),
    })),
  };
}
