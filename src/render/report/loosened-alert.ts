import type { Inline } from '../../safe/inline.ts';
import { capitalise, join, say } from '../../safe/inline.ts';
import type { LoosenedView } from '../../view/loosened-view.ts';
import { isMasked } from '../../safe/mask.ts';
import { tellLoosened } from '../tell-loosened.ts';
import type { Voice } from './voice.ts';
import { toGroupNames, toFile, toName, toPerson, toQuoted } from './voice.ts';

/** What a loosened rule lets happen, and where it stands: "… (limits.removals.run in _policy.yaml: 50 instead of 20)." */
export function toLoosened(loosened: LoosenedView, voice: Voice): Inline {
  const { words } = voice;
  const { sentence, key, file, values } = tellLoosened(loosened, {
    words,
    name: (text) => toPerson(text, voice),
    text: (text) => (isMasked(text) ? toName(text, voice) : toFile(text, voice)),
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
