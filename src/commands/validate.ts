import { exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { openToCheck } from './open-organisation.ts';
import type { PhotoOptions } from './options.ts';

/** Checks the files alone; talks to nobody. Returns the exit code; throws `MistakesError` with every mistake. */
export async function validate(options: PhotoOptions, io: Io): Promise<number> {
  const { groups, people } = await openToCheck(options, io);
  const toCreate = groups.filter(({ id }) => id === undefined).length;
  const news = toCreate > 0 ? `, ${toCreate} of them to create` : '';
  io.out(
    `The files are fine: ${groups.length} ${groups.length === 1 ? 'group' : 'groups'}${news}, ${people.size} people.\n`,
  );
  return exitCodes.ok;
}
