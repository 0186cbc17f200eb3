import type { Day } from '../domain/group.ts';
import type { Duration } from '../domain/duration.ts';
import type { Language } from '../domain/organisation.ts';
import type { And, Inline } from '../safe/inline.ts';
import type { PersonWords } from './person-words.ts';
import type { CreationWords } from './creation-words.ts';
import type { ForgeWords } from './forge-words.ts';
import type { GroupsWords } from './groups-words.ts';
import type { OfferWords } from './offer-words.ts';
import type { AdoptWords } from './adopt-words.ts';
import type { InviteWords } from './invite-words.ts';
import type { NoticeWords } from './notices/notice-words.ts';
import type { ImportWords } from './import-words.ts';
import type { SealPageWords } from './page/seal-page-words.ts';
import type { ReasonWords } from './reason-words.ts';
import type { ReportWords } from './report-words.ts';
import type { SealingWords } from './sealing-words.ts';
import type { SettingWords } from './setting-words.ts';
import type { SetupWords } from './setup-words.ts';
import type { TerminalWords } from './terminal-words.ts';

/**
 * All that Rollcall says in one language; the compiler names what one lacks. What is put into a sentence is escaped
 * already, for whatever the sentence is made for.
 */
export interface Words {
  readonly language: Language;
  /** How a list ends: " and ". */
  readonly and: And;
  /** With what stands between thousands: "1,024". */
  readonly number: (count: number) => Inline;
  /** "1 December 2026". */
  readonly day: (day: Day) => Inline;
  /** "2 June 2026, 19:00 (Asia/Jakarta)": a day that is spelled out already, "19:00", and the name of the zone. */
  readonly moment: (day: Inline, time: Inline, zone: Inline) => Inline;
  /** "about 4 minutes". */
  readonly duration: (duration: Duration) => Inline;
  readonly quote: (text: Inline) => Inline;
  /** Why something is as it is: what reports and the terminal both say, each in its own way. */
  readonly reasons: ReasonWords;
  /** What is said of each setting, in reports and on the terminal. */
  readonly settings: SettingWords;
  /** What only reports say. */
  readonly report: ReportWords;
  /** What only a terminal shows. */
  readonly terminal: TerminalWords;
  /** What `init` asks and says. */
  readonly setup: SetupWords;
  /** What `who` and `forget` ask and say. */
  readonly person: PersonWords;
  /** What is said of groups that are to be made. */
  readonly creations: CreationWords;
  /** What `groups` says. */
  readonly groups: GroupsWords;
  /** What `adopt` says. */
  readonly adopt: AdoptWords;
  /** What Rollcall's own pull requests say. */
  readonly offers: OfferWords;
  /** What else the steps of workflows say on a forge. */
  readonly forge: ForgeWords;
  /** What `import` says, and writes beside what it writes. */
  readonly imports: ImportWords;
  /** What `notify` says, and what it sends. */
  readonly notices: NoticeWords;
  /** What `invite` says, and what it sends. */
  readonly invite: InviteWords;
  /** What the commands about sealed numbers say. */
  readonly sealing: SealingWords;
  /** What the page says that seals numbers in a browser. */
  readonly sealPage: SealPageWords;
}
