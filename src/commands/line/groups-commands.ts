import { Option } from 'commander';
import type { Command } from 'commander';
import type { AdoptOptions } from '../adopt.ts';
import type { ApprovalsOptions } from '../approvals.ts';
import type { CreateOptions } from '../create.ts';
import type { ApplyOptions, ServerOptions } from '../../options.ts';
import type { GroupsOptions } from '../groups.ts';
import type { ImportOptions } from '../import.ts';
import type { InviteOptions } from '../invite.ts';
import type { PlanOptions } from '../plan.ts';
import type { Io } from '../../io.ts';
import type { End } from './end.ts';
import { withPeople, withServer, withPlanning, withTargets, repeatable, example } from './flags.ts';

/*
 * The commands about an account's groups as they are. A row a command: what it takes, and the file that does it, loaded
 * when it is called.
 */

/** `status`: what stands at the other end. */
export function addStatus(program: Command, io: Io, end: End): void {
  withServer(program.command('status'))
    .description('say what stands at the other end: server, version, device, number')
    .addHelpText(
      'after',
      example('ROLLCALL_URL=https://gowa.example.org rollcall status', 'rollcall status --sandbox'),
    )
    .action(async (options: ServerOptions) => end(await (await import('../status.ts')).status(options, io)));
}

/** `groups`: every group of the account. */
export function addGroups(program: Command, io: Io, end: End): void {
  withServer(program.command('groups'))
    .description('list every group of the account: name, id, people, own role, file')
    .option('--json', 'print JSON instead of text')
    .option('--show-phones', 'show ids that hold numbers; on a terminal only')
    .addHelpText('after', example('rollcall groups', 'rollcall groups --json'))
    .action(async (options: GroupsOptions) => end(await (await import('../groups.ts')).groups(options, io)));
}

/** `plan`: what an apply would do. */
export function addPlan(program: Command, io: Io, end: End): void {
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
    .action(async (options: PlanOptions) => end(await (await import('../plan.ts')).plan(options, io)));
}

/** `apply`: carries out what was approved. */
export function addApply(program: Command, io: Io, end: End): void {
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
      end(await (await import('../apply.ts')).apply({ ...options, plans }, io)),
    );
}

/** `create`: makes the groups whose files have no id. */
export function addCreate(program: Command, io: Io, end: End): void {
  withPlanning(program.command('create'))
    .description('make the groups whose files have no id yet, and write their ids into the files')
    .argument('[plans...]', 'plan files; each approves its own groups')
    .option('--expect <fingerprint>', 'approve all that is due, if the fingerprint of the plan is this one')
    .option('-y, --yes', 'approve all groups that are due')
    .option('--pace', 'keep the pace on a sandbox too')
    .option('--report <file>', 'a JSON file that says at the end what was made, what not and what is unknown')
    .addHelpText(
      'after',
      example(
        'rollcall create --sandbox',
        'rollcall create plan.json',
        'rollcall create --target book-club.yaml',
      ),
    )
    .action(async (plans: string[], options: Omit<CreateOptions, 'plans'>) =>
      end(await (await import('../create.ts')).create({ ...options, plans }, io)),
    );
}

/** `approvals`: what is approved and not done. */
export function addApprovals(program: Command, io: Io, end: End): void {
  withPeople(program.command('approvals'))
    .description('list what is approved and not done yet; take it back')
    .option('--account <name>', 'account whose memory is meant, where the policy has several')
    .option('--state <folder>', "folder of the memory across runs, instead of the policy's")
    .addOption(repeatable('--drop <id>', 'take this approval back, by its id or the beginning of it', 'none'))
    .option('--json', 'print JSON instead of text')
    .addHelpText('after', example('rollcall approvals', 'rollcall approvals --drop kcnfdmge'))
    .action(async (options: ApprovalsOptions) =>
      end(await (await import('../approvals.ts')).approvals(options, io)),
    );
}

/** `adopt`: lets the files follow their groups. */
export function addAdopt(program: Command, io: Io, end: End): void {
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
    .action(async (options: AdoptOptions) => end(await (await import('../adopt.ts')).adopt(options, io)));
}

/** `import`: writes files for live groups. */
export function addImport(program: Command, io: Io, end: End): void {
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
        'rollcall import --sheet ../members.csv',
        "rollcall import --match 'Choir *' --photos",
      ),
    )
    .action(async (options: ImportOptions) =>
      end(await (await import('../import.ts')).importGroups(options, io)),
    );
}

/** `invite`: a group's link, for those who come by themselves. */
export function addInvite(program: Command, io: Io, end: End): void {
  withServer(program.command('invite'))
    .description("show a group's link, a text and a QR code for those who should come by themselves")
    .argument('<group>', 'file, id or name of the group')
    .argument(
      '[people...]',
      'handles; without any: whoever is to be invited by the plan; - asks for a number, or reads it',
    )
    .addOption(new Option('--file <path>', 'write a page to print or post instead').conflicts('send'))
    .option('--send', 'send the text by GOWA to those who are approved; asks about each of them first')
    .option('--ascii', 'draw the QR code with signs of ASCII alone')
    .addHelpText(
      'after',
      example(
        'rollcall invite altos.yaml',
        'rollcall invite altos.yaml ana budi',
        'rollcall invite "Choir Altos" --file ~/invitation.html',
        'rollcall invite altos.yaml --send',
      ),
    )
    .action(async (group: string, persons: string[], options: Omit<InviteOptions, 'group' | 'persons'>) =>
      end(await (await import('../invite.ts')).invite({ ...options, group, persons }, io)),
    );
}
