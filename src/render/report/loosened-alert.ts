import type { Inline } from '../../safe/inline.ts';
import { capitalise, join, say } from '../../safe/inline.ts';
import type { LoosenedView } from '../../view/loosened-view.ts';
import { tellLoosened } from '../tell-loosened.ts';
import type { Voice } from './voice.ts';
import { toGroupNames, toName, toPerson, toQuoted } from './voice.ts';

/** What a loosened rule lets happen, and where it stands: "… (limits.removals.run in _policy.yaml: 50 instead of 20)." */
export function toLoosened(loosened: LoosenedView, voice: Voice): Inline {
  const { words } = voice;
  const { sentence, key, file, values } = tellLoosened(loosened, {
    words,
    name: (text) => toPerson(text, voice),
    text: (text) => toName(text, voice),
    groups: (groups) => toGroupNames(groups, voice),
    quote: (text) => toQuoted(text, voice),
    day: words.day,
  });
  const { place, instead } = words.reasons.loosened;
  const beside = [
    file === undefined ? key : place(key, file),
    ...(values ? [instead(values.after, values.before)] : []),
  ];
  return say`${capitalise(sentence)} (${join(beside, ': ')}).`;
}
