import type { GroupsWords } from '../groups-words.ts';
import { groups, many, people, say } from './english-forms.ts';

/** What `groups` says. */
export const englishGroups: GroupsWords = {
  summary: (count, account) =>
    count === 0
      ? say`The account ${account} is in no group.`
      : say`The account ${account} is in ${groups(count)}.`,
  sandbox: say`This is a sandbox: nobody's groups.`,
  people: (count, isWhole) => (isWhole ? people(count) : say`at least ${people(count)}`),
  role: { owner: say`owner`, admin: say`admin`, member: say`member`, unknown: say`not listed` },
  kind: { community: say`community`, announcements: say`announcements of a community` },
  noFile: say`no file`,
  unnamed: say`no name`,
  hiddenId: (flag) => say`its id holds a number: ${flag} shows it`,
  headings: {
    gone: say`Files whose group is gone:`,
    withoutId: say`Files without an id:`,
    unread: say`Could not be read now:`,
  },
  withoutId: {
    missing: say`a group to be made; if it is one of those above, put its id into the file`,
    wrong: say`its id is none: take one of those above`,
  },
  cut: (limit) => say`GOWA's list ends at ${groups(limit)}: the account may be in more, which are not shown.`,
  mistakes: (command) => say`Files with mistakes may be missing here: ${command} names them.`,
  elsewhere: (files) => say`${many(files, say`file`, say`files`)} of other accounts not looked at.`,
  toImport: (count, command) =>
    say`${groups(count)} ${count === 1 ? say`has` : say`have`} no file: ${command} writes ${count === 1 ? say`one` : say`them`}.`,
};
