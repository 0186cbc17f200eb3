import { parsePolicyAlone } from '../../config/parse.ts';
import { loadSources } from '../../config/sources.ts';
import { loadWords } from '../../words/load-words.ts';
import type { Words } from '../../words/words.ts';
import type { TellCut } from '../cut.ts';
import type { Job } from '../job.ts';

/** Words of the language that the policy asks for; English where it cannot be read. */
export async function loadOwnWords({ groups }: Pick<Job, 'groups'>): Promise<Words> {
  const policy = await loadSources(groups).then(parsePolicyAlone, () => undefined);
  return loadWords(policy?.language ?? 'en');
}

/** What says in that language that a text was cut. */
export async function loadTellCut(job: Pick<Job, 'groups'>): Promise<TellCut> {
  return (await loadOwnWords(job)).forge.cut;
}
