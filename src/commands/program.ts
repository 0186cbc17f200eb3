import addCompletion from '@bomb.sh/tab/commander';
import { Command, InvalidArgumentError, Option } from 'commander';
import { languages } from '../domain/organisation.ts';
import type { Io } from '../io.ts';
import { forges } from '../setup/starter-file.ts';
import { toolVersion } from '../version.ts';
import { bashCompletion } from './bash-completion.ts';
import { printThrough } from './print-through.ts';
import type { AdoptOptions } from './adopt.ts';
import type { ApprovalsOptions } from './approvals.ts';
import type { FmtOptions } from './fmt.ts';
import type { ApplyOptions, PhotoOptions, ServerOptions } from '../options.ts';
import type { GroupsOptions } from './groups.ts';
import type { InitOptions } from './init.ts';
import type { ImportOptions } from './import.ts';
import type { ForgetOptions } from './forget.ts';
import type { PlanOptions } from './plan.ts';
import type { SandboxOptions } from './sandbox.ts';
import type { ValidateOptions } from './validate.ts';
import type { WhoOptions } from './who.ts';

/** The command line; `run` resolves to the exit code and throws what a command throws. */
export function createProgram(io: Io): { run(argv: readonly string[]): Promise<number> } {
  let code = 0;
  const program = new Command('rollcall')
    .description('WhatsApp groups as files: plan what merging would do, apply it, prove it.')
    .version(toolVersion, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .showHelpAfterError('Run the command with --help to see what it takes.')
    .configureOutput({
      writeOut: (text) => io.out(text),
      writeErr: (text) => io.err(text),
      getOutHelpWidth: () => io.terminal.width,
      getErrHelpWidth: () => io.terminal.width,
      // As every other error begins.
      outputError: (text, write) => write(text.replace(/^error:/, 'Error:')),
    })
    .exitOverride();
  const end = (result: number) => {
    code = result;
  };
  for (const add of commands) add(program, io, end);
  addCompletion(program, { completionCommandName: 'completion' });
  return {
    run: async (argv) => {
      const parse = () => program.parseAsync(argv, { from: 'user' });
      const [command, shell] = argv;
      if (command === 'completion' && shell === 'bash') io.out(bashCompletion);
      else if (command === 'completion' || command === 'complete') await printThrough(io, parse);
      else await parse();
      return code;
    },
  };
}

type End = (code: number) => void;

/** In the order in which the help lists them. */
const commands: readonly ((program: Command, io: Io, end: End) => void)[] = [
  addInit,
  addValidate,
  addStatus,
  addGroups,
  addPlan,
  addApply,
  addAdopt,
  addApprovals,
  addFmt,
  addWho,
  addImport,
  addForget,
  addSandbox,
  addDemo,
  addCi,
];

function addInit(program: Command, io: Io, end: End): void {
  withGowa(withFiles(program.command('init')))
    .description('begin a repository: a cautious policy, schemas, workflows; overwrites nothing')
    .argument('[folder]', "the repository's folder", '.')
    .option('--account <number>', 'number of the account that acts, where no server tells it')
    .option('--country <letters>', 'what numbers without a country code mean, like GB')
    .option('--timezone <zone>', "time zone of the groups, instead of the machine's")
    .addOption(new Option('--language <code>', 'of reports for people').choices(languages))
    .addOption(repeatable('--protected <number>', 'somebody who must never be removed or demoted', 'none'))
    .addOption(new Option('--forge <name>', 'write the workflows for it').choices(forges))
    .addHelpText(
      'after',
      example(
        'rollcall init our-groups',
        'rollcall init --forge github',
        'rollcall init --account "+44 …" --protected "+44 …"',
      ),
    )
    .action(async (folder: string, options: Omit<InitOptions, 'folder'>) =>
      end(await (await import('./init.ts')).init({ ...options, folder }, io)),
    );
}

function addValidate(program: Command, io: Io, end: End): void {
  withQuiet(withPhotos(withFiles(program.command('validate'))))
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
      end(await (await import('./validate.ts')).validate(options, io)),
    );
}

function addStatus(program: Command, io: Io, end: End): void {
  withServer(program.command('status'))
    .description('say what stands at the other end: server, version, device, number')
    .addHelpText(
      'after',
      example('ROLLCALL_URL=https://gowa.example.org rollcall status', 'rollcall status --sandbox'),
    )
    .action(async (options: ServerOptions) => end(await (await import('./status.ts')).status(options, io)));
}

function addGroups(program: Command, io: Io, end: End): void {
  withServer(program.command('groups'))
    .description('list every group of the account: name, id, people, own role, file')
    .option('--json', 'print JSON instead of text')
    .option('--show-phones', 'show ids that hold numbers; on a terminal only')
    .addHelpText('after', example('rollcall groups', 'rollcall groups --json'))
    .action(async (options: GroupsOptions) => end(await (await import('./groups.ts')).groups(options, io)));
}

function addPlan(program: Command, io: Io, end: End): void {
  withPlanning(program.command('plan'))
    .description('show what an apply would do; cannot write')
    .option('--out <file>', 'write a plan file, to review it and to approve exactly it')
    .option(
      '--base <commit>',
      'say whose change each is: compare with the files of this commit, like origin/main',
    )
    .option(
      '--person [handle]',
      'show only what happens to this person (asked for without a handle; - reads it); approves nothing',
    )
    .option('--detailed-exitcode', 'exit 2 when there are changes')
    .addHelpText(
      'after',
      example(
        'rollcall plan --sandbox',
        'rollcall plan --out plan.json',
        'rollcall plan --base origin/main',
        'rollcall plan --target altos.yaml',
        'rollcall plan --person ana',
      ),
    )
    .action(async (options: PlanOptions) => end(await (await import('./plan.ts')).plan(options, io)));
}

function addApply(program: Command, io: Io, end: End): void {
  withPlanning(program.command('apply'))
    .description('carry out what was approved, and prove it by reading again')
    .argument('[plans...]', 'plan files; each approves its own changes')
    .option('--expect <fingerprint>', 'approve all that is due, if the fingerprint of the plan is this one')
    .option('-y, --yes', 'approve all that is due')
    .option('--pace', 'keep the pace on a sandbox too')
    .option('--report <file>', 'a JSON file that is rewritten after every group: done, not done, unknown')
    .option(
      '--new-journal',
      "start a new memory where there is none that can be used; the day's adds count as spent then",
    )
    .addHelpText(
      'after',
      example(
        'rollcall apply --sandbox',
        'rollcall apply plan.json',
        'rollcall apply --yes --target altos.yaml',
      ),
    )
    .action(async (plans: string[], options: Omit<ApplyOptions, 'plans'>) =>
      end(await (await import('./apply.ts')).apply({ ...options, plans }, io)),
    );
}

function addAdopt(program: Command, io: Io, end: End): void {
  withTargets(withServer(program.command('adopt')))
    .description('change the files so that they say what the groups are; the groups stay as they are')
    .option(
      '--settings',
      'take over names, topics and the other settings; without any of these four: all of them',
    )
    .option('--photo', 'take over photos')
    .option('--members', 'take over who is in the groups')
    .option('--admins', 'take over who is an admin')
    .option('-y, --yes', 'write the files without being asked')
    .addHelpText(
      'after',
      example('rollcall adopt', 'rollcall adopt --target altos.yaml', 'rollcall adopt --settings --photo'),
    )
    .action(async (options: AdoptOptions) => end(await (await import('./adopt.ts')).adopt(options, io)));
}

function addApprovals(program: Command, io: Io, end: End): void {
  withFiles(program.command('approvals'))
    .description('list what is approved and not done yet; take it back')
    .option('--account <name>', 'account whose memory is meant, where the policy has several')
    .option('--state <folder>', "folder of the memory across runs, instead of the policy's")
    .addOption(repeatable('--drop <id>', 'take this approval back, by its id or the beginning of it', 'none'))
    .option('--json', 'print JSON instead of text')
    .addHelpText('after', example('rollcall approvals', 'rollcall approvals --drop kcnfdmge'))
    .action(async (options: ApprovalsOptions) =>
      end(await (await import('./approvals.ts')).approvals(options, io)),
    );
}

function addFmt(program: Command, io: Io, end: End): void {
  withQuiet(withFiles(program.command('fmt')))
    .description('write handles, numbers and lists in one spelling; changes no meaning, talks to nobody')
    .argument('[files...]', 'only these files')
    .option('--check', 'write nothing; show what would change, and exit 2 if anything would')
    .addHelpText('after', example('rollcall fmt', 'rollcall fmt --check', 'rollcall fmt altos.yaml'))
    .action(async (files: string[], options: Omit<FmtOptions, 'files'>) =>
      end(await (await import('./fmt.ts')).fmt({ ...options, files }, io)),
    );
}

function addWho(program: Command, io: Io, end: End): void {
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
      end(await (await import('./who.ts')).who({ ...options, ...(person !== undefined && { person }) }, io)),
    );
}

function addImport(program: Command, io: Io, end: End): void {
  withServer(program.command('import'))
    .description('write files for live groups that have none; reads only, and overwrites nothing')
    .option('--into <folder>', 'folder that gets the files, with its _policy.yaml, instead of --groups')
    .option('--match <pattern>', 'only groups whose name fits: * is anything, ? one letter')
    .option('--all', 'groups that the account is no admin of, too: they are only watched')
    .option('--sheet <file>', 'spreadsheet (CSV) that says who is who: name, phone, handle, note, teams')
    .option('--contacts', "make handles of the names of the account's contacts as well")
    .option('--photos', "save the groups' photos, too")
    .option('--dry-run', 'write nothing and look nobody up: only say what would be')
    .option('--show-phones', 'show full numbers; on a terminal only')
    .addHelpText(
      'after',
      example(
        'rollcall import --dry-run',
        'rollcall import --sheet members.csv',
        "rollcall import --match 'Choir *' --photos",
      ),
    )
    .action(async (options: ImportOptions) =>
      end(await (await import('./import.ts')).importGroups(options, io)),
    );
}

function addForget(program: Command, io: Io, end: End): void {
  withFiles(program.command('forget'))
    .description('take somebody out of all files; says what still holds them; talks to nobody')
    .argument('[person]', 'a handle or lid:…; a number is asked for, or read from standard input with -')
    .option('-y, --yes', 'write without being asked')
    .option('--account <name>', 'account whose memory is asked, where the policy has several')
    .option('--state <folder>', "folder of the memory across runs, instead of the policy's")
    .addHelpText('after', example('rollcall forget ana', 'rollcall forget', 'rollcall forget - < number.txt'))
    .action(async (person: string | undefined, options: Omit<ForgetOptions, 'person'>) =>
      end(
        await (
          await import('./forget.ts')
        ).forget({ ...options, ...(person !== undefined && { person }) }, io),
      ),
    );
}

function addSandbox(program: Command, io: Io, end: End): void {
  withPhotos(withFiles(program.command('sandbox')))
    .description('start a GOWA without WhatsApp, to rehearse on')
    .option('--port <number>', 'port to listen on; 0: any free one', toPort, 0)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option(
      '--world <file>',
      "the world to start with; without it the folder's own, or one made from its files",
    )
    .addOption(
      new Option(
        '--from <folder>',
        'start in a world in which the files of this folder are in sync',
      ).conflicts('world'),
    )
    .option('--drift <number>', 'put so many differences into the world', toCount)
    .addOption(repeatable('--fault <rule>', 'order a fault, as YAML or JSON', 'none'))
    .addHelpText(
      'after',
      example(
        'rollcall sandbox --port 3000',
        'rollcall sandbox --from groups --drift 20',
        "rollcall sandbox --fault '{ xmlns: w:g2, tag: add, times: 1, code: 429 }'",
      ),
    )
    .action(async (options: SandboxOptions) =>
      end(await (await import('./sandbox.ts')).sandbox(options, io)),
    );
}

function addDemo(program: Command, io: Io, end: End): void {
  withPhotos(withFiles(program.command('demo')))
    .description('show the whole cycle on an embedded sandbox: plan, apply, plan again')
    .addHelpText('after', example('rollcall demo'))
    .action(async (options: PhotoOptions) =>
      end(await (await import('./demo.ts')).demo({ ...options, target: [] }, io)),
    );
}

/** The workflows' own: what it takes comes from the environment, and nobody types it. */
function addCi(program: Command, io: Io, end: End): void {
  program
    .command('ci', { hidden: true })
    .description('run a step of the workflows')
    .argument('<step>')
    .action(async (step: string) => end(await (await import('../forge/ci.ts')).runStep(step, io)));
}

function withFiles(command: Command): Command {
  return command.option('-g, --groups <folder>', "folder of the groups' files", 'groups');
}

function withQuiet(command: Command): Command {
  return command.option('-q, --quiet', 'one line where all is well; no warnings, no progress');
}

function withPhotos(command: Command): Command {
  return command.option('--skip-photos', 'leave photos out: neither compared nor set');
}

/** Where the server is; its password is no flag. */
function withGowa(command: Command): Command {
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

function withServer(command: Command): Command {
  return withGowa(withFiles(command))
    .option('--account <name>', 'account of this run, where the policy has several')
    .option('--state <folder>', "folder of the memory across runs, instead of the policy's")
    .addOption(
      new Option('--sandbox', 'start the embedded sandbox for this command').conflicts(['url', 'device']),
    );
}

function withPlanning(command: Command): Command {
  return withTargets(withQuiet(withPhotos(withServer(command))))
    .option('--json', 'print JSON instead of text')
    .option('--markdown <file>', "write a report for people, in the policy's language: for a pull request")
    .option('--html <file>', 'the same as a page that shows photos too: to open, send or print');
}

function withTargets(command: Command): Command {
  return command
    .addOption(repeatable('--target <file|id>', 'only this group', 'all'))
    .option('--show-phones', 'show full numbers; on a terminal only');
}

/** A flag that collects its values; `none` says in the help what it is without any. */
function repeatable(flags: string, description: string, none: string): Option {
  return new Option(flags, `${description}; may be repeated`).argParser(collect).default([], none);
}

function collect(value: string, values: readonly string[]): string[] {
  return [...values, value];
}

function toPort(text: string): number {
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535)
    throw new InvalidArgumentError('A port is a number from 0 to 65535.');
  return Number(text);
}

function toCount(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError('It is a number, 0 or more.');
  return Number(text);
}

function example(...lines: string[]): string {
  return `\nExamples:\n${lines.map((line) => `  $ ${line}\n`).join('')}`;
}
