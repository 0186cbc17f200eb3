import type { Inline } from '../safe/inline.ts';
import type { DriftView } from '../view/change-view.ts';
import type { Words } from '../words/words.ts';

/** What somebody does on a phone to set what no server sets; undefined for what is none of that. */
export function tellPhoneStep(drift: DriftView | undefined, { settings }: Words): Inline | undefined {
  if (drift?.action !== 'set' || drift.setting === 'photo' || drift.setting === 'link') return undefined;
  return settings[drift.setting].onPhone?.(drift.after);
}
