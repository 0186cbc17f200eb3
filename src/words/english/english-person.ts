import { say } from '../../safe/inline.ts';
import { counted } from '../terminal-forms.ts';
import type { PersonWords } from '../person-words.ts';

/** What the commands about one person say in English. */
export const englishPerson: PersonWords = {
  who: {
    question: say`Who? A handle, a number, or lid:…:`,
    protected: say`protected: never removed, never demoted`,
    account: say`an account of the policy: always kept`,
    labels: { files: say`files`, live: say`now` },
    roles: { member: say`member`, admin: say`admin`, lid: say`known by their LID, never touched` },
    owner: say`made the group`,
    hidden: say`hides the number, known by their LID`,
    live: {
      absent: say`not in the group`,
      incomplete: say`not seen, but the list is incomplete`,
      unread: say`the group could not be read`,
      'not-read': say`not read`,
    },
    notListed: say`not listed`,
    way: (text, list, place) => say`${text} in ${list === 'admins' ? say`admins` : say`members`} (${place})`,
    from: (day) => say`from ${day}`,
    until: (day) => say`until ${day}`,
    adminFrom: (day) => say`admin from ${day}`,
    adminUntil: (day) => say`admin until ${day}`,
    byInvite: say`by invitation only`,
    readd: (day) => say`put back once, until ${day}`,
    filesOnly: say`Only the files were looked at: with a server (ROLLCALL_URL or --url) the groups as they are now are, too.`,
    sandbox: say`Sandbox: none of this is WhatsApp.`,
    nowhere: say`In no group.`,
    unread: (groups) => say`Not known of: ${groups}`,
    elsewhere: (count) => say`${counted(count, say`group`, say`groups`)} of other accounts not read.`,
  },
};
