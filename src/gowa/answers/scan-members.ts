import { hasTwice, mayShareKeys, PackedPeople, roleBits } from '../../domain/people/packed-people.ts';

/**
 * Members as GOWA writes them, byte by byte (docs/gowa.md#t6), read without making an object or a text of any of them: half a
 * million rows pass here. Whatever is written otherwise in the least, a device, a blank, a key in another place, is for `JSON.parse`,
 * and so is whoever is there twice: what is read here is beyond all doubt. Whoever hides their number has a LID, and in some groups
 * a mask in the place of a name, of which nothing is kept.
 */
const words = {
  jid: toWord('{"JID":"'),
  phone: toWord(',"PhoneNumber":"'),
  lid: toWord(',"LID":"'),
  isAdmin: toWord(',"IsAdmin":'),
  isSuperAdmin: toWord(',"IsSuperAdmin":'),
  end: toWord(',"DisplayName":"","Error":0,"AddRequest":null}'),
  mask: toWord(',"DisplayName":"+'),
  endOfMask: toWord('","Error":0,"AddRequest":null}'),
  atPhone: toWord('@s.whatsapp.net"'),
  atLid: toWord('@lid"'),
  true: toWord('true'),
  false: toWord('false'),
};

const [quote, comma, bracket, zero, nine] = [...encode('",]09')] as [number, number, number, number, number];

/** A digit of a number that is not shown: "+44∙∙∙∙∙∙∙∙06". */
const dot = '\u2219';
const dotBytes = encode(dot);
const digits = new RegExp(`[\\d${dot}]+`, 'g');

/** More digits than a double holds are for `JSON.parse`; WhatsApp's LIDs have 14 or 15 today. */
const mostDigits = 15;

/** The smallest numbers that are one: of 7 digits and of 5 (person.ts). */
const fewest = { phone: 1_000_000, lid: 10_000 } as const;

/** Where the names of a member are held. */
const places = { jid: 0, phone: 1, lid: 2 } as const;

/** All that a member can be, a 0 for each run of digits, shown or not. */
const forms = [words.atLid, words.atPhone].flatMap((server) =>
  ['', `0${words.atPhone.text.slice(0, -1)}`].flatMap((phone) =>
    ['', `0${words.atLid.text.slice(0, -1)}`].flatMap((lid) =>
      ['false', 'true'].flatMap((isAdmin) =>
        ['false', 'true'].flatMap((isSuperAdmin) =>
          [words.end.text, `${words.mask.text}0${words.endOfMask.text}`].map((end) => {
            const names = `${words.jid.text}0${server.text}${words.phone.text}${phone}"${words.lid.text}${lid}"`;
            return `${names}${words.isAdmin.text}${isAdmin}${words.isSuperAdmin.text}${isSuperAdmin}${end}`;
          }),
        ),
      ),
    ),
  ),
);

/** True for a text that may stand among members, or across an end of what is parsed by itself (group-answers.ts). */
export function mayStandAmongMembers(text: string): boolean {
  if (/[[\]]|\},|,\{/.test(text)) return true;
  const form = text.replace(digits, '0');
  return forms.some((member) => member.includes(form));
}

/** A word of four letters or more, four at a time. */
interface Word {
  readonly text: string;
  readonly length: number;
  readonly quarters: Int32Array;
  readonly last: number;
}

function toWord(text: string): Word {
  const bytes = encode(text);
  const view = new DataView(bytes.buffer);
  const quarters = Int32Array.from({ length: Math.floor(bytes.length / 4) }, (_, place) =>
    view.getInt32(4 * place),
  );
  return { text, length: bytes.length, quarters, last: view.getInt32(bytes.length - 4) };
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function isDigit(letter: number): boolean {
  return letter >= zero && letter <= nine;
}

/** The members of a list whose first one begins at `start`, and where its bracket closes; undefined: for `JSON.parse`. */
export function scanMembers(
  bytes: Uint8Array,
  start: number,
): { readonly people: PackedPeople; readonly end: number } | undefined {
  const scanner = new Scanner(bytes, start);
  for (;;) {
    if (!scanner.readMember()) return undefined;
    const after = scanner.next();
    if (after === bracket) break;
    if (after !== comma) return undefined;
  }
  const people = scanner.toPeople();
  const isClear = !hasTwice(people.lids) && !mayShareKeys(people.phones);
  return isClear ? { people, end: scanner.at - 1 } : undefined;
}

/** Numbers pass through arrays of numbers alone here: returned by a function, each of them would be an object. */
class Scanner {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  /** Of the member at hand: what JID, PhoneNumber and LID hold, 0 for an empty one. */
  readonly #names = new Float64Array(3);
  #phones = new Float64Array(256);
  #lids = new Float64Array(256);
  #roles = new Uint8Array(256);
  #count = 0;
  at: number;

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.at = at;
  }

  next(): number | undefined {
    return this.#bytes[this.at++];
  }

  toPeople(): PackedPeople {
    const count = this.#count;
    return new PackedPeople(
      this.#phones.slice(0, count),
      this.#lids.slice(0, count),
      this.#roles.slice(0, count),
    );
  }

  /** Adds the member that begins here. False for one who is written otherwise. */
  readMember(): boolean {
    if (!this.#takes(words.jid) || !this.#readDigits(places.jid)) return false;
    const isByLid = this.#takes(words.atLid);
    if (!isByLid && !this.#takes(words.atPhone)) return false;
    if (!this.#readName(places.phone, words.phone, words.atPhone)) return false;
    if (!this.#readName(places.lid, words.lid, words.atLid)) return false;
    const role = this.#readRole();
    return role >= 0 && this.#readEnd() && this.#add(isByLid, role);
  }

  /** Behind the roles, where in some groups a mask stands. */
  #readEnd(): boolean {
    if (this.#takes(words.end)) return true;
    if (!this.#takes(words.mask)) return false;
    const start = this.at;
    while (this.#takesDigit());
    return this.at > start && this.#takes(words.endOfMask);
  }

  /** A digit of a mask, shown or not. */
  #takesDigit(): boolean {
    const isShown = isDigit(this.#bytes[this.at] ?? 0);
    const isTaken = isShown || dotBytes.every((byte, place) => this.#bytes[this.at + place] === byte);
    if (isTaken) this.at += isShown ? 1 : dotBytes.length;
    return isTaken;
  }

  /** A field that is empty, or has a number with its server. */
  #readName(place: number, key: Word, server: Word): boolean {
    if (!this.#takes(key)) return false;
    this.#names[place] = 0;
    if (this.#bytes[this.at] !== quote) return this.#readDigits(place) && this.#takes(server);
    this.at += 1;
    return true;
  }

  /** Bits; -1 for what is none. */
  #readRole(): number {
    const isAdmin = this.#takes(words.isAdmin) ? this.#readBoolean() : -1;
    const isSuperAdmin = isAdmin >= 0 && this.#takes(words.isSuperAdmin) ? this.#readBoolean() : -1;
    if (isSuperAdmin < 0) return -1;
    return ((isAdmin | isSuperAdmin) * roleBits.admin) | (isSuperAdmin * roleBits.owner);
  }

  #readBoolean(): number {
    if (this.#takes(words.false)) return 0;
    return this.#takes(words.true) ? 1 : -1;
  }

  /** False for no digits, for a first one that is 0, and for more of them than a number holds. */
  #readDigits(place: number): boolean {
    const bytes = this.#bytes;
    const start = this.at;
    let [at, number] = [start, 0];
    for (let digit = bytes[at]; digit !== undefined && isDigit(digit); digit = bytes[at]) {
      number = number * 10 + (digit - zero);
      at += 1;
    }
    this.at = at;
    this.#names[place] = number;
    return at > start && at - start <= mostDigits && bytes[start] !== zero;
  }

  /** False for whoever has neither, a number or a LID that is none, two of a kind, and for a LID in the number's place. */
  #add(isByLid: boolean, role: number): boolean {
    const jid = this.#names[places.jid] ?? 0;
    const named = this.#names[places.phone] ?? 0;
    const beside = this.#names[places.lid] ?? 0;
    const phone = isByLid ? named : jid;
    const lid = isByLid ? jid : beside;
    if ((isByLid ? beside : named) !== jid || phone === lid) return false;
    if ((phone !== 0 && phone < fewest.phone) || (lid !== 0 && lid < fewest.lid)) return false;
    if (this.#count === this.#roles.length) this.#grow();
    this.#phones[this.#count] = phone;
    this.#lids[this.#count] = lid;
    this.#roles[this.#count] = role;
    this.#count += 1;
    return true;
  }

  #grow(): void {
    const [phones, lids, roles] = [this.#phones, this.#lids, this.#roles];
    this.#phones = new Float64Array(2 * phones.length);
    this.#lids = new Float64Array(2 * lids.length);
    this.#roles = new Uint8Array(2 * roles.length);
    this.#phones.set(phones);
    this.#lids.set(lids);
    this.#roles.set(roles);
  }

  /** Goes on behind a word that stands here; stays where it does not. */
  #takes({ length, quarters, last }: Word): boolean {
    const view = this.#view;
    const at = this.at;
    const end = at + length;
    if (end > view.byteLength || view.getInt32(end - 4) !== last) return false;
    for (let place = 0; place < quarters.length; place += 1) {
      if (view.getInt32(at + 4 * place) !== quarters[place]) return false;
    }
    this.at = end;
    return true;
  }
}
