import type { SetupWords } from '../setup-words.ts';
import { say } from './english-forms.ts';

/** What `init` says. */
export const englishSetup: SetupWords = {
  policy: {
    head: say`How Rollcall may act. The one file, besides the groups, that must be there.`,
    account: say`the account that acts: an admin of the groups`,
    timezone: say`in which days begin and end`,
    country: say`what a number without a country code means`,
    language: say`of reports for people: en, id or pt-BR`,
    state: say`where the memory across runs lies`,
    manage: say`nobody leaves and no admin loses the role unless a group's file says manage: exact`,
    protected: say`never removed and never demoted, whatever the files say`,
    usual: say`Limits and pace are the usual ones until they stand here: docs/files.md lists them.`,
  },
  ask: {
    url: say`Address of your GOWA server (empty: none yet): `,
    account: say`Number of the account that acts, with + and country code: `,
    country: (others, proposed) =>
      say`Its country (the calling code is also that of ${others}) [${proposed}]: `,
    protected: say`Numbers of people who must never be removed or demoted, with commas between them (you, for one): `,
  },
  again: (fault) => say`${fault} Try again.`,
  headings: {
    written: say`Written:`,
    left: say`There already, and left as it is:`,
    edited: say`Edited by somebody, and left:`,
    known: say`What it says:`,
    next: say`Next:`,
  },
  told: {
    account: (number) => say`The account that acts is ${number}.`,
    sandbox: say`This server is a sandbox: the account is nobody's. Begin again in another folder for real groups.`,
    unasked: (why) =>
      why === ''
        ? say`No server was asked: whether GOWA is logged in to this account, and how WhatsApp writes its number, is not known. rollcall status tells, once ROLLCALL_URL is set.`
        : say`The server could not be asked, so it is not known whether it is logged in to this account, nor how WhatsApp writes its number: ${why} rollcall status tells, once that works.`,
    country: (country) => say`Numbers without a country code are read as those of ${country}.`,
    noCountry: say`The account's number is of no country: write all numbers with their country code, or set country: in the policy.`,
    shared: (others) =>
      say`The calling code is also that of ${others}: if it is one of these, change country: in the policy.`,
    zone: (zone) =>
      say`Days begin and end as in ${zone}, this machine's time zone: change timezone: if your groups are elsewhere.`,
    nobodyProtected: say`Nobody is protected yet: put your own number into protected: in the policy.`,
    complete: say`Everything is there already: nothing was written.`,
    ignore: (line) =>
      say`Your .gitignore has no line ${line}: put it there, so that the memory stays out of the repository.`,
    needsCopy: say`These workflows build Rollcall from the repository in which they lie: it must be a copy of Rollcall's own (docs/setup.md).`,
    outdated: say`These files are as an earlier version wrote them. They would become:`,
    edited: say`Compare these with what a new folder gets, and name in them, too, what the workflows are to run.`,
  },
  secrets: {
    at: (forge) => say`On ${forge}:`,
    pages: {
      github: {
        place: say`Settings → Environments: an environment called rollcall, deployment branch main only, with these secrets:`,
        variables: (name) =>
          say`Settings → Secrets and variables → Actions → Variables: ${name} = on, last of all: it is the switch.`,
        rules: say`.github/CODEOWNERS needs your own names, and Settings → Rules a rule for main: docs/setup.md has all of it.`,
        token: say`a token for Rollcall's own pull requests, so that they have their plan at once`,
      },
      gitea: {
        place: say`Settings → Actions → Secrets of the repository, with these. First make the rules for branches and tags of docs/forgejo.md: without them everybody who may push a branch can read all secrets.`,
        variables: (name) =>
          say`Settings → Actions → Variables: ${name} = on, last of all: it is the switch.`,
        rules: say`Settings → Branches, and Tags: rules for main, for all other branches and for tags: docs/forgejo.md has all of it.`,
        token: say`a token of an account of its own, which may write here: needed where groups are made from files or ROLLCALL_ADOPT is on, since the rules let a workflow's own token push to no branch; docs/forgejo.md`,
      },
    },
    each: {
      ROLLCALL_URL: say`the address of the GOWA server`,
      ROLLCALL_USER: say`its user`,
      ROLLCALL_PASSWORD: say`its password`,
      ROLLCALL_DEVICE: say`only where the server has several devices`,
    },
    atWill: say`Only where you want it; ROLLCALL_RUNNER, ROLLCALL_ADOPT and ROLLCALL_NOTIFY_FORMAT are variables, the others secrets:`,
    optional: {
      ROLLCALL_RUNNER: say`the label of a runner beside GOWA, where the forge's own cannot reach it, for a private repository only: docs/setup.md`,
      ROLLCALL_ADOPT: say`on: what somebody changes on a phone is offered as a pull request`,
      ROLLCALL_NOTIFY_WEBHOOK: say`where the admins are told what became of apply and drift, if that needs somebody: the address of a chat`,
      ROLLCALL_NOTIFY_FORMAT: say`which kind of chat that is, like slack or teams`,
      ROLLCALL_NOTIFY_GROUP: say`the same in a WhatsApp group of the admins: its id`,
      ROLLCALL_PEOPLE_KEY: say`the private key, where numbers are sealed`,
      SOPS_AGE_KEY: say`the age key, where SOPS has encrypted files of people`,
    },
    uses: say`What runs beside these secrets is this; read it, or ask somebody who has:`,
    key: (command) => say`what ${command} prints; keep a copy in a safe place`,
  },
  next: {
    environment: say`user and password of GOWA come from the environment alone`,
    groups: say`every group of the account, with its id`,
    import: say`writes a file for each group; changes nothing on WhatsApp`,
    plan: say`shows what would change: nothing, right after the import`,
    keygen: say`seals phone numbers, so that nobody reads them who may only read the repository; soonest is best, for history keeps what was pushed`,
    guide: say`The whole way, with a forge or without: docs/setup.md`,
  },
};
