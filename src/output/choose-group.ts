import type { GroupId } from '../domain/group.ts';
import type { Language } from '../domain/organisation.ts';
import type { Creation } from '../domain/plan/plan.ts';
import type { Io } from '../io.ts';
import { quotePlain } from '../render/plain-name.ts';
import { makeSafety } from '../safe/labels.ts';
import { loadWords } from '../words/load-words.ts';

/**
 * Asks which of several groups is the one that was made, where somebody is there to be asked. Undefined: nobody is, or what they
 * typed is the id of none of them.
 */
export async function chooseGroup(
  { making, others = [] }: Creation,
  { language }: { readonly language: Language },
  io: Io,
): Promise<GroupId | undefined> {
  if (!io.terminal.isInteractive) return undefined;
  const { creations } = await loadWords(language);
  const name = quotePlain(makeSafety(false).line(making.name));
  const answer = (await io.ask(`\n${others.join('\n')}\n${creations.which(name)} `)).trim();
  return others.find((id) => id === answer);
}
