import { Option } from 'commander';
import type { Command } from 'commander';
import type { FmtOptions } from '../fmt.ts';
import type { InitOptions } from '../init.ts';
import type { ForgetOptions } from '../forget.ts';
import type { ValidateOptions } from '../validate.ts';
import type { WhoOptions } from '../who.ts';
import type { Io } from '../../io.ts';
import { languages } from '../../domain/organisation.ts';
import { forges } from '../../setup/starter-file.ts';
import type { End } from './end.ts';
import {
  withFiles,
  withPeople,
  withQuiet,
  withPhotos,
  withGowa,
  withServer,
  repeatable,
  example,
} from './flags.ts';

/*
 * The commands that begin, check and rewrite files. A row a command: what it takes, and the file that does it,
 * loaded when it is called.
 */

/** `init`: begins a repository. */
export function addInit(program: Command, io: Io, end: End): void {
  withGowa(withFiles(program.command('init')))
    .description(
      'begin a repository: a cautious policy, schemas, workflows; overwrites nothing that somebody wrote',
    )
    .argument('[folder]', "the repository's folder", '.')
    .option('--account <number>', 'number of the account that acts, where no server tells it')
    .option('--country <letters>', 'what numbers without a country code mean, like GB')
    .option('--timezone <zone>', "time zone of the groups, instead of the machine's")
    .addOption(new Option('--language <code>', 'of reports for people').choices(languages))
    .addOption(repeatable('--protected <number>', 'somebody who must never be removed or demoted', 'none'))
    .addOption(new Option('--forge <name>', 'write the workflows for it').choices(forges))
    .option(
      '--action <place>',
      'what they run: OWNER/REPO@COMMIT, or ./ for a copy of Rollcall in the repository; by default, where this one was built from',
    )
    .option('-y, --yes', 'bring files of an earlier version up to date without being asked')
    .addHelpText(
      'after',
      example(
        'rollcall init our-groups',
        'rollcall init --forge github',
        'rollcall init --forge github --action OWNER/rollcall@COMMIT',
        'rollcall init --account "+44 …" --protected "+44 …"',
      ),
    )
    .action(async (folder: string, options: Omit<InitOptions, 'folder'>) =>
      end(await (await import('../init.ts')).init({ ...options, folder }, io)),
    );
}

/** `validate`: checks the files, and talks to nobody. */
export function addValidate(program: Command, io: Io, end: End): void {
  withQuiet(withPhotos(withPeople(program.command('validate'))))
    .description('check the files, all mistakes at once; talks to nobody')
    .option('--json', 'print JSON instead of text')
    .option('--show-phones', 'say how each number was read; on a terminal only')
    .addHelpText(
      'after',
      example(
        'rollcall validate',
        'rollcall validate --groups ../our-groups',
        'rollcall validate --show-phones',
      ),
    )
    .action(async (options: ValidateOptions) =>
      end(await (await import('../validate.ts')).validate(options, io)),
    );
}

/** `fmt`: writes the files in one spelling. */
export function addFmt(program: Command, io: Io, end: End): void {
  withQuiet(withPeople(program.command('fmt')))
    .description('write handles, numbers and lists in one spelling; changes no meaning, talks to nobody')
    .argument('[files...]', 'only these files')
    .option('--check', 'write nothing; show what would change, and exit 2 if anything would')
    .addHelpText('after', example('rollcall fmt', 'rollcall fmt --check', 'rollcall fmt altos.yaml'))
    .action(async (files: string[], options: Omit<FmtOptions, 'files'>) =>
      end(await (await import('../fmt.ts')).fmt({ ...options, files }, io)),
    );
}

/** `who`: where somebody is. */
export function addWho(program: Command, io: Io, end: End): void {
  withServer(program.command('who'))
    .description('say in which groups somebody is, by the files and as they are; cannot write')
    .argument('[person]', 'a handle or lid:…; a number is asked for, or read from standard input with -')
    .option('--offline', 'look at the files alone')
    .option('--json', 'print JSON instead of text')
    .addHelpText(
      'after',
      example('rollcall who ana', 'rollcall who', 'rollcall who - --offline < number.txt'),
    )
    .action(async (person: string | undefined, options: Omit<WhoOptions, 'person'>) =>
      end(await (await import('../who.ts')).who({ ...options, ...(person !== undefined && { person }) }, io)),
    );
}

/** `forget`: takes somebody out of every file. */
export function addForget(program: Command, io: Io, end: End): void {
  withPeople(program.command('forget'))
    .description('take somebody out of all files; says what still holds them; talks to nobody')
    .argument('[person]', 'a handle or lid:…; a number is asked for, or read from standard input with -')
    .option('-y, --yes', 'write without being asked')
    .option('--account <name>', 'account whose memory is asked, where the policy has several')
    .option('--state <folder>', "folder of the memory across runs, instead of the policy's")
    .addHelpText('after', example('rollcall forget ana', 'rollcall forget', 'rollcall forget - < number.txt'))
    .action(async (person: string | undefined, options: Omit<ForgetOptions, 'person'>) =>
      end(
        await (
          await import('../forget.ts')
        ).forget({ ...options, ...(person !== undefined && { person }) }, io),
      ),
    );
}
