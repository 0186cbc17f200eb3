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
      asks: say`asks to join`,
      absent: say`not in the group`,
      incomplete: say`not seen, but the list is incomplete`,
      unsure: say`not seen, but somebody there hides the number`,
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
  forget: {
    refused: {
      protected: (name) =>
        say`${name} is protected, and forgetting would end that in silence: a group could lose them. Take them out of protected first, in a change of its own, and run this again.`,
      account: (name) =>
        say`${name} is an account of the policy, which acts on the groups: it cannot be forgotten.`,
    },
    nowhere: (name) => say`No file names ${name}.`,
    summary: (name, entries, files) =>
      say`Forget ${name}: ${counted(entries, say`entry of a list`, say`entries of lists`)}, in ${counted(files, say`file`, say`files`)}.`,
    leaves: (groups) =>
      say`Merging this REMOVES them from the groups of these files, which are managed exactly: ${groups}`,
    demoted: (groups) => say`Merging this ends their being an admin, by these files: ${groups}`,
    stays: (groups) =>
      say`They stay in the groups of these files, which remove nobody; take them out on a phone: ${groups}`,
    emptied: (list, file) => say`EMPTY NOW: ${list} in ${file}. [] means nobody, and not "not managed".`,
    emptiedMembers: (file) =>
      say`NOBODY is left in the group of ${file}: a plan that empties it is refused, unless allow.removals covers it.`,
    broken: say`Nothing was written: without them the files would have these mistakes. Mend those first.`,
    question: say`Take them out of these files? Only "yes" will do:`,
    written: (file) => say`written: ${file}`,
    notWritten: (file) => say`NOT written: ${file}`,
    partly: say`Not everything was written. What is written is right by itself; run this again for the rest.`,
    mentions: (places, more) =>
      say`Still named in texts and comments, for you to look at: ${places}${more > 0 ? say` and ${more} more` : say``}`,
    spreadsheet: (file) =>
      say`${file} is a spreadsheet: whoever keeps it must take the row out as well, or it comes back with the next export.`,
    heading: say`What still holds them`,
    history: say`git: every earlier commit, in every clone and fork, in open pull requests and the forge's caches.`,
    sealedHistory: say`The sealed number in those commits: whoever has the private key of that time opens it, whatever is sealed anew later (rollcall seal --rotate).`,
    memory: say`The memory: pseudonyms, which nobody can read without ROLLCALL_KEY and a guess at the number.`,
    artifacts: say`Plan files, pages and comments of earlier runs: names, and masked numbers.`,
    gowa: say`GOWA and WhatsApp: numbers and messages in clear, until the plan is applied, the chat deleted, and GOWA's files too.`,
    purge: say`How to purge each of them: docs/privacy.md, "To take somebody out for good". Commit first, then:`,
  },
};
