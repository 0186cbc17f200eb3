import { findReadings } from '../config/readings.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { renderReadings } from '../render/readings.ts';
import { openToCheck } from './open-organisation.ts';
import type { PhotoOptions } from './options.ts';
import { checkShowPhones } from './show.ts';

export interface ValidateOptions extends PhotoOptions {
  /** Say how each number was read. */
  readonly showPhones?: boolean;
}

/**
 * Checks the files alone; talks to nobody. Returns the exit code; throws `MistakesError` with every mistake, and
 * `UsageError` where numbers are to be shown and nobody sits at a terminal.
 */
export async function validate(options: ValidateOptions, io: Io): Promise<number> {
  const showPhones = checkShowPhones(options, io);
  const { organisation, parsed } = await openToCheck(options, io);
  const { groups, people } = organisation;
  if (showPhones) io.outWithPhones(renderReadings(findReadings(parsed)));
  const toCreate = groups.filter(({ id }) => id === undefined).length;
  const news = toCreate > 0 ? `, ${toCreate} of them to create` : '';
  io.out(
    `The files are fine: ${groups.length} ${groups.length === 1 ? 'group' : 'groups'}${news}, ${people.size} people.\n`,
  );
  return exitCodes.ok;
}
