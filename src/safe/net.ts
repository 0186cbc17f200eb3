import type { Left } from './mask.ts';
import { mask } from './mask.ts';
import { makeRedact } from './redact.ts';

/** The last net under everything that is printed: numbers masked, own secrets taken out. */
export interface Net {
  readonly all: (text: string) => string;
  /** From now on `all` leaves no digit of a number readable, not even its last ones. */
  readonly hideDigits: () => void;
  /** What `all` leaves of a number. */
  readonly left: () => Left;
  /** Secrets alone, where somebody asked to see numbers. */
  readonly secrets: (text: string) => string;
}

/**
 * The net for a process: the secrets are those of its environment (`ROLLCALL_USER`, `ROLLCALL_PASSWORD`,
 * `ROLLCALL_KEY`, `ROLLCALL_PEOPLE_KEY`, `SOPS_AGE_KEY`, `ROLLCALL_NOTIFY_WEBHOOK`).
 */
export function makeNet(env: Readonly<Record<string, string | undefined>>): Net {
  const secrets = makeRedact({
    user: env['ROLLCALL_USER'],
    password: env['ROLLCALL_PASSWORD'],
    key: env['ROLLCALL_KEY'],
    others: `${env['ROLLCALL_PEOPLE_KEY'] ?? ''} ${env['SOPS_AGE_KEY'] ?? ''} ${toAddressParts(env['ROLLCALL_NOTIFY_WEBHOOK'])}`,
  });
  let left: Left = 'last-digits';
  return {
    secrets,
    all: (text) => mask(secrets(text), left),
    hideDigits: () => {
      left = 'nothing';
    },
    left: () => left,
  };
}

/** Whoever has such an address writes to its chat: it is a secret, with its host and without. */
function toAddressParts(address: string | undefined): string {
  if (!address || !URL.canParse(address)) return address ?? '';
  const { href, pathname, search } = new URL(address);
  return [address, href, pathname, `${pathname}${search}`].join(' ');
}
