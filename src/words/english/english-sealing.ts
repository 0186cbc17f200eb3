import { say } from '../../safe/inline.ts';
import type { SealingWords } from '../sealing-words.ts';
import { counted } from '../terminal-forms.ts';

/** What the commands about sealed numbers say in English. */
export const englishSealing: SealingWords = {
  key: {
    loss: say`Whoever loses the private key loses the numbers: nobody can read them again, Rollcall neither. Keep a copy where nothing gets lost and nobody else looks, like a password manager.`,
    shown: say`The private key, shown this once:`,
    filed: (file) => say`The private key is in ${file}, which nobody but you can read.`,
    piped: say`The private key went to the command behind the pipe, and nowhere else.`,
    place: (variable) =>
      say`It belongs into the secrets of the environment that plans and applies, as ${variable}. In a file of the repository it would open everything to everybody.`,
  },
  keygen: {
    question: (file) => say`Write the public key into ${file}? Only "yes" will do:`,
    written: (file) => say`written: ${file} has the public key, with which anybody can seal a number.`,
    line: (file) =>
      say`This line with the public key belongs into ${file}; with it anybody can seal a number:`,
    next: (command) =>
      say`From then on a number in plain text is a mistake. ${command} seals those that are there.`,
  },
  seal: {
    question: (handle) => say`Number of ${handle}, with + and the country code:`,
    isNew: (handle) => say`${handle} is in no file yet, and gets a line of their own.`,
    isKnown: (handle, place) => say`${handle} is in ${place}, and the number there gives way to this one.`,
    done: (handle, place) => say`${handle}: sealed, in ${place}`,
    history: say`The number stood there in plain text, and git's history keeps it: docs/privacy.md says how to purge it.`,
    broken: say`Nothing was written: the files would have these mistakes.`,
  },
  all: {
    name: (place, comment, proposal) =>
      say`Handle for the number in ${place}${comment === '' ? say`` : say` (${comment})`} [${proposal}]:`,
    summary: (numbers, files) =>
      say`${counted(numbers, say`number`, say`numbers`)} to seal, in ${counted(files, say`file`, say`files`)}.`,
    added: (handle, place) => say`new: ${handle}, for the number in ${place}`,
    blind: say`Numbers that are sealed already were not opened (ROLLCALL_PEOPLE_KEY is not set): if one of them stands in a list as well, it has two handles by then, and the next plan says so.`,
    question: say`Seal them? Only "yes" will do:`,
    nothing: say`No number stands in plain text where Rollcall writes, but for those of the accounts.`,
    rest: (places, more) =>
      say`Something like a number still stands in texts and comments, for you to look at: ${places}${more > 0 ? say` and ${more} more` : say``}`,
  },
  rotate: {
    summary: (numbers, before, after) =>
      say`${counted(numbers, say`number`, say`numbers`)} to seal anew: the key ${before} gives way to ${after}.`,
    question: say`Seal them anew? Only "yes" will do:`,
    both: (variable) =>
      say`Until this is merged, and wherever it ends halfway, both keys are needed: put the old one and the new one into ${variable}, in this order, with a space between them. Then run it again if need be; it goes on. Afterwards take the old one out.`,
    history: say`git's history still holds what the old key opens: whoever has that key and a clone reads the numbers as they were until today.`,
    nothing: say`Everything is sealed for the last key in ROLLCALL_PEOPLE_KEY already.`,
  },
  open: {
    summary: (numbers, files) =>
      say`${counted(numbers, say`number`, say`numbers`)} would stand in ${counted(files, say`file`, say`files`)} in plain text, for everybody who may read the repository, and stay in its history for good. seal: is taken out of the policy; nothing asks for sealed numbers any more.`,
    question: say`Open them? Only "yes" will do:`,
    done: say`The numbers stand in plain text. What was sealed in the history stays sealed; whoever has the key still opens it.`,
  },
  begun: (file) => say`written in part: ${file}`,
  partly: say`Not everything was written. Nobody is lost by that; run it again, and it goes on from there.`,
};
