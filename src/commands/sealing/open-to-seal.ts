import type { Parsed } from '../../config/parse.ts';
import { parseInTurns } from '../../config/parse.ts';
import type { ParsedPolicy } from '../../config/parse-policy.ts';
import { resolveOrganisation } from '../../config/resolve.ts';
import { MistakesError, UsageError } from '../../errors.ts';
import { loadFiles } from '../../files/load-files.ts';
import type { Need } from '../../files/open-people.ts';
import { openPeople } from '../../files/open-people.ts';
import type { Io } from '../../io.ts';
import type { FileOptions } from '../../options.ts';
import type { SealKey } from '../../sealing/seal-key.ts';

/** Files whose numbers are sealed, or to be. */
export interface ToSeal {
  readonly parsed: Parsed;
  readonly policy: ParsedPolicy;
  /** The policy's key. */
  readonly seal: SealKey;
}

/**
 * Reads the files, whatever mistakes are in them; from then on nothing that is printed has a digit of anybody's. `need`: whether
 * what is sealed already must be opened. Throws `MistakesError` without a policy or a file of people that can be read,
 * `UsageError` where the policy has no key.
 */
export async function openToSeal(options: FileOptions, need: Need, io: Io): Promise<ToSeal> {
  io.hideDigits();
  const parsed = await openPeople(await parseInTurns(await loadFiles(options, io)), need, io);
  const { policy, peopleComplete } = parsed;
  if (policy && !policy.hasSeal) {
    throw new UsageError(
      'The policy has no key to seal with. rollcall keygen makes one, and writes it into the policy.',
    );
  }
  if (policy?.seal && peopleComplete) return { parsed, policy, seal: policy.seal };
  const resolution = resolveOrganisation(parsed, io.clock.now());
  throw new MistakesError(resolution.kind === 'mistakes' ? resolution.diagnostics : []);
}
