import type { Voice } from '../../../src/render/report/voice.ts';
import { escapeInline, say } from '../../../src/safe/inline.ts';
import { english } from '../../../src/words/english/english.ts';

/** A voice by which it shows what was done to a name: `<Ana>` for one that is set apart, `*Ana*` for one in bold. */
export const plainVoice: Voice = {
  words: english,
  escape: escapeInline,
  mark: (text) => say`<${escapeInline(text)}>`,
  emphasise: (text) => say`*${escapeInline(text)}*`,
  sharedNames: new Set(),
};
