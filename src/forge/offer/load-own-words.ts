import { parsePolicyAlone } from '../../config/parse.ts';
import { loadSources } from '../../config/sources.ts';
import { loadWords } from '../../words/load-words.ts';
import type { Words } from '../../words/words.ts';
import type { Job } from '../job.ts';

/** Words of the language that the policy asks for; English where it cannot be read. */
export async function loadOwnWords({ groups }: Pick<Job, 'groups'>): Promise<Words> {
  const policy = await parsePolicyAlone(await loadSources(groups));
  return loadWords(policy?.language ?? 'en');
}
