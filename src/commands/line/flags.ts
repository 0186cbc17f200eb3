import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';

/** Where the files lie. */
export function withFiles(command: Command): Command {
  return command.option('-g, --groups <folder>', "folder of the groups' files", 'groups');
}

/** Where the files lie that are opened, and those of people that lie elsewhere. */
export function withPeople(command: Command): Command {
  return withFiles(command).addOption(
    repeatable(
      '--people <file>',
      'people kept outside of the repository, YAML or CSV (ROLLCALL_PEOPLE)',
      'none',
    ),
  );
}

/** Say little where all is well. */
export function withQuiet(command: Command): Command {
  return command.option('-q, --quiet', 'one line where all is well; no warnings, no progress');
}

/** Leave photos out. */
export function withPhotos(command: Command): Command {
  return command.option('--skip-photos', 'leave photos out: neither compared nor set');
}

/** Where the server is; its password is no flag. */
export function withGowa(command: Command): Command {
  return command
    .option(
      '--url <url>',
      'address of the GOWA server (ROLLCALL_URL; user and password: ROLLCALL_USER, ROLLCALL_PASSWORD)',
    )
    .option(
      '--device <id>',
      'device of the server, by its id or JID (ROLLCALL_DEVICE); without it the one that is the account',
    )
    .option('--debug', 'tell every request and its answer on standard error (ROLLCALL_DEBUG=1)');
}

/** Where the server is, for an account whose files are there. */
export function withServer(command: Command): Command {
  return withGowa(withPeople(command))
    .option('--account <name>', 'account of this run, where the policy has several')
    .option('--state <folder>', "folder of the memory across runs, instead of the policy's")
    .addOption(
      new Option('--sandbox', 'start the embedded sandbox for this command').conflicts(['url', 'device']),
    );
}

/** What every command takes that plans. */
export function withPlanning(command: Command): Command {
  return withTargets(withQuiet(withPhotos(withServer(command))))
    .addOption(
      new Option(
        '--ask-photos',
        'ask for every photo, also those that were what their files want within the last day',
      ).conflicts(['skipPhotos']),
    )
    .option('--json', 'print JSON instead of text')
    .option('--markdown <file>', "write a report for people, in the policy's language: for a pull request")
    .option('--html <file>', 'the same as a page that shows photos too: to open, send or print');
}

/** Only some groups, and numbers in full. */
export function withTargets(command: Command): Command {
  return command
    .addOption(repeatable('--target <file|id>', 'only this group', 'all'))
    .option('--show-phones', 'show full numbers; on a terminal only');
}

/** A flag that collects its values; `none` says in the help what it is without any. */
export function repeatable(flags: string, description: string, none: string): Option {
  return new Option(flags, `${description}; may be repeated`).argParser(collect).default([], none);
}

function collect(value: string, values: readonly string[]): string[] {
  return [...values, value];
}

/** A port. Throws `InvalidArgumentError`. */
export function toPort(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535)
    throw new InvalidArgumentError('A port is a number from 0 to 65535.');
  return Number(text);
}

/** A whole number. Throws `InvalidArgumentError`. */
export function toCount(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError('It is a number, 0 or more.');
  return Number(text);
}

/** Examples below the help of a command, a line each. */
export function example(...lines: string[]): string {
  return `\nExamples:\n${lines.map((line) => `  $ ${line}\n`).join('')}`;
}
