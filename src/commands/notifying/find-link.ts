import { UsageError } from '../../errors.ts';
import type { Io } from '../../io.ts';
import { readAddresses } from '../../output/addresses.ts';
import type { Address } from '../../safe/address.ts';
import { toAddress } from '../../safe/address.ts';

/** A longer address would leave no room for the message. */
const longest = 1_000;

/**
 * Where more is to be seen: as it is named, else the page of the run, as GitHub and those like it (GITHUB_…) or GitLab (CI_JOB_URL)
 * tell. Undefined where nobody says. Throws `UsageError` for what cannot stand in a link.
 */
export function findLink(
  { link }: { readonly link?: string },
  { env }: Pick<Io, 'env'>,
): Address | undefined {
  if (link !== undefined) {
    const address = toAddress(link);
    if (!address || address.length > longest)
      throw new UsageError(
        `--link must be an address that starts with https:// or http://, without a password, of ${longest} letters at most.`,
      );
    return address;
  }
  const isRun = ['SERVER_URL', 'REPOSITORY', 'RUN_ID'].every((name) => env[`GITHUB_${name}`]);
  const page = isRun ? readAddresses(env).run : env['CI_JOB_URL'];
  const address = page ? toAddress(page) : undefined;
  return address && address.length <= longest ? address : undefined;
}
