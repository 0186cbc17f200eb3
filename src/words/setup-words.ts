import type { Inline } from '../safe/inline.ts';

/** What `init` asks, writes into a new policy and says. */
export interface SetupWords {
  /** Comments of a new `_policy.yaml`: one line each. */
  readonly policy: Readonly<
    Record<
      'head' | 'account' | 'timezone' | 'country' | 'language' | 'state' | 'manage' | 'protected' | 'usual',
      Inline
    >
  >;
  readonly ask: SetupQuestions;
  /** Before an error's text: this answer will not do. */
  readonly again: (fault: Inline) => Inline;
  readonly headings: Readonly<Record<'written' | 'left' | 'edited' | 'known' | 'next', Inline>>;
  readonly told: SetupFacts;
  readonly secrets: SetupSecrets;
  readonly next: SetupSteps;
}

interface SetupQuestions {
  readonly url: Inline;
  readonly account: Inline;
  readonly country: (others: Inline, proposed: Inline) => Inline;
  readonly protected: Inline;
}

/** What was found out, and how far to trust it. */
interface SetupFacts {
  readonly account: (number: Inline) => Inline;
  /** The server is a sandbox. */
  readonly sandbox: Inline;
  /** Nobody was asked: `why` is the error in English, '' where no server was named. */
  readonly unasked: (why: Inline) => Inline;
  readonly country: (country: Inline) => Inline;
  readonly noCountry: Inline;
  /** Others that share the calling code. */
  readonly shared: (others: Inline) => Inline;
  readonly zone: (zone: Inline) => Inline;
  readonly nobodyProtected: Inline;
  /** Nothing had to be written. */
  readonly complete: Inline;
  readonly ignore: (line: Inline) => Inline;
  readonly needsCopy: Inline;
  /** Before the lines that would change in files of an earlier version. */
  readonly outdated: Inline;
  /** Of files that somebody has edited: what to do by hand. */
  readonly edited: Inline;
}

interface SetupSecrets {
  /** A heading: what is to be set at this forge. */
  readonly at: (forge: Inline) => Inline;
  readonly pages: Readonly<Record<'github' | 'gitea', SetupPages>>;
  readonly each: Readonly<
    Record<'ROLLCALL_URL' | 'ROLLCALL_USER' | 'ROLLCALL_PASSWORD' | 'ROLLCALL_DEVICE', Inline>
  >;
  /** Before those of what is off unless somebody wants it. */
  readonly atWill: Inline;
  readonly optional: Readonly<
    Record<
      | 'ROLLCALL_RUNNER'
      | 'ROLLCALL_ADOPT'
      | 'ROLLCALL_NOTIFY_WEBHOOK'
      | 'ROLLCALL_NOTIFY_FORMAT'
      | 'ROLLCALL_NOTIFY_GROUP'
      | 'ROLLCALL_PEOPLE_KEY'
      | 'SOPS_AGE_KEY',
      Inline
    >
  >;
  /** Before what the workflows run, as they name it. */
  readonly uses: Inline;
  /** Of ROLLCALL_KEY: by which command it is made. */
  readonly key: (command: Inline) => Inline;
}

/** Where things are set at a forge: its own words. */
interface SetupPages {
  /** Before the secrets. */
  readonly place: Inline;
  /** The variable that is the switch. */
  readonly variables: (name: Inline) => Inline;
  /** What keeps `main`, and the secrets. */
  readonly rules: Inline;
  /** Of ROLLCALL_TOKEN, among those of what is off unless somebody wants it: what it is needed for. */
  readonly token: Inline;
}

/** What to do after it: each says what its command is for. */
interface SetupSteps {
  readonly environment: Inline;
  readonly groups: Inline;
  readonly import: Inline;
  readonly plan: Inline;
  /** Numbers can be sealed. */
  readonly keygen: Inline;
  readonly guide: Inline;
}
