import { parsePolicyAlone } from '../../config/parse.ts';
import { loadSources } from '../../config/sources.ts';
import { loadWords } from '../../words/load-words.ts';
import type { Words } from '../../words/words.ts';
import type { TellCut } from '../cut.ts';

/** Where the policy lies. */
interface Place {
  /** The folder of the groups. */
  readonly groups: string;
}

/** Words of the language that the policy asks for; English where it cannot be read. */
export async function loadOwnWords({ groups }: Place): Promise<Words> {
  const policy = await parsePolicyAlone(loadSources(groups));
  return loadWords(policy?.language ?? 'en');
}

/** What says in that language that a text was cut. */
export async function loadTellCut(place: Place): Promise<TellCut> {
  return (await loadOwnWords(place)).forge.cut;
}
