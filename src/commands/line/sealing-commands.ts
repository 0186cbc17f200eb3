import type { Command } from 'commander';
import type { Io } from '../../io.ts';
import type { KeygenOptions } from '../sealing/keygen.ts';
import type { SealOptions } from '../sealing/seal.ts';
import type { End } from './end.ts';
import { example, withFiles, withPeople } from './flags.ts';

/*
 * The commands about numbers that only the key's holder reads. A row a command: what it takes, and the file that does it,
 * loaded when it is called.
 */

/** `keygen`: a pair of keys. */
export function addKeygen(program: Command, io: Io, end: End): void {
  withFiles(program.command('keygen'))
    .description('make the pair of keys that numbers are sealed with; talks to nobody')
    .option('--file <path>', 'write the private key there: a new file of yours, outside of any repository')
    .option('-y, --yes', 'write the public key into the policy without being asked')
    .addHelpText(
      'after',
      example(
        'rollcall keygen',
        'rollcall keygen --file ~/rollcall-people-key',
        'rollcall keygen --yes | gh secret set ROLLCALL_PEOPLE_KEY --env rollcall',
      ),
    )
    .action(async (options: KeygenOptions) =>
      end(await (await import('../sealing/keygen.ts')).keygen(options, io)),
    );
}

/** `seal`: numbers that only the key's holder reads. */
export function addSeal(program: Command, io: Io, end: End): void {
  withPeople(program.command('seal'))
    .description('seal the number of one person, or of all; the number is no argument; talks to nobody')
    .argument('[handle]', 'whose number; it is asked for, or read from standard input')
    .option('--all', 'seal every number that stands in plain text')
    .option('--rotate', 'seal everything anew, for another pair of keys; needs the private key')
    .option('--file <path>', 'with --rotate: write the new private key there, outside of any repository')
    .option('--open', 'put every number back in plain text; on a terminal only, needs the private key')
    .option(
      '--page <file>',
      'write a page for browsers in which people seal numbers, offline; holds no secret',
    )
    .option('-y, --yes', 'write without being asked')
    .addHelpText(
      'after',
      example(
        'rollcall seal ana',
        'rollcall seal ana < number.txt',
        'rollcall seal --all',
        'rollcall seal --rotate --file ~/new-key',
        'rollcall seal --page seal.html',
      ),
    )
    .action(async (handle: string | undefined, options: Omit<SealOptions, 'handle'>) =>
      end(
        await (
          await import('../sealing/seal.ts')
        ).seal({ ...options, ...(handle !== undefined && { handle }) }, io),
      ),
    );
}
