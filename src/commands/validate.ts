import { findReadings } from '../config/phone/number-readings.ts';
import type { Organisation } from '../domain/organisation.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Io } from '../io.ts';
import { renderCheckJson } from '../render/json/validation-document.ts';
import { renderReadings } from '../render/terminal/readings.ts';
import { toolVersion } from '../version.ts';
import { checkFiles } from '../files/check-files.ts';
import { tellUnjudged } from '../files/open-people.ts';
import { openToCheck } from '../files/open-organisation.ts';
import type { PhotoOptions } from '../options.ts';
import { checkShowPhones } from '../output/show-phones.ts';

export interface ValidateOptions extends PhotoOptions {
  /** Say how each number was read. */
  readonly showPhones?: boolean;
  /** Print JSON instead of text. */
  readonly json?: boolean;
}

/**
 * Checks the files alone; talks to nobody. Returns the exit code; throws `MistakesError` with every mistake, which with
 * `--json` stand in the document instead, and `UsageError` where numbers are to be shown and nobody sits at a terminal.
 */
export async function validate(options: ValidateOptions, io: Io): Promise<number> {
  const showPhones = checkShowPhones(options, io);
  if (options.json) return validateAsJson(options, io);
  const { organisation, parsed } = await openToCheck(options, io);
  if (showPhones) io.outWithPhones(renderReadings(findReadings(parsed)));
  const { groups, toCreate, people } = countAll(organisation);
  const news = toCreate > 0 ? `, ${toCreate} of them to create` : '';
  if (!options.quiet) for (const line of tellUnjudged(organisation)) io.out(`${line}\n`);
  if (!options.quiet)
    io.out(`The files are fine: ${groups} ${groups === 1 ? 'group' : 'groups'}${news}, ${people} people.\n`);
  return exitCodes.ok;
}

async function validateAsJson(options: ValidateOptions, io: Io): Promise<number> {
  const { diagnostics, organisation } = await checkFiles(options, io);
  io.out(renderCheckJson(diagnostics, organisation && countAll(organisation), { toolVersion }));
  return organisation ? exitCodes.ok : exitCodes.mistakes;
}

function countAll({ groups, people, hidden, unopened }: Organisation) {
  const toCreate = groups.filter(({ id }) => id === undefined).length;
  return {
    groups: groups.length,
    toCreate,
    people: people.size + hidden.size,
    ...(unopened !== undefined && { unopened }),
  };
}
