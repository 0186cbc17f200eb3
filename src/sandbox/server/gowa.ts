import { formatJid, toUserJid } from '../whatsapp/jid.ts';
import type { Faults } from '../faults.ts';
import type { DeviceFile, ServerFile } from '../world-file.ts';
import type { GroupNode, StubNode } from '../whatsapp/nodes.ts';
import type { WorldState } from '../whatsapp/state.ts';

/** The states of a session (docs/gowa.md#s4): `logged_out` is a slot without a client. */
export type SessionState = 'ok' | 'disconnected' | 'not_logged_in' | 'logged_out';

/** A contact in GOWA's own store, by JID; the name is what its list of contacts shows. */
type Contacts = Map<string, string>;

/** One device slot of GOWA's. */
export interface Slot {
  /** The AD JID for the first slot loaded at boot, the bare JID for the others (recordings README). */
  readonly id: string;
  readonly pn: string;
  readonly createdAt: number;
  readonly contacts: Contacts;
  state: SessionState;
  /** When a dropped line is up again, milliseconds since 1970 (docs/gowa.md#s43). */
  reconnectsAt: number;
  /** Group nodes whose members' numbers and LIDs the store has taken in already. */
  readonly learned: WeakSet<GroupNode | StubNode>;
}

/** GOWA's store of which LID is which number: one for all devices. */
interface LidMap {
  readonly phoneOf: Map<string, string>;
  readonly lidOf: Map<string, string>;
}

/** The GOWA server: what it has besides WhatsApp. */
export interface Gowa {
  readonly world: WorldState;
  readonly faults: Faults;
  readonly slots: readonly Slot[];
  readonly lids: LidMap;
  readonly server: ServerFile;
}

/** Returns a GOWA that has just booted, with its devices loaded. */
export function createGowa(world: WorldState, faults: Faults, server: ServerFile): Gowa {
  const slots = server.devices.map((device, at) => createSlot(device, at, world.clock.now()));
  return { world, faults, slots, lids: { phoneOf: new Map(), lidOf: new Map() }, server };
}

function createSlot(device: DeviceFile, at: number, now: number): Slot {
  return {
    id: at === 0 ? `${device.pn}:12@s.whatsapp.net` : `${device.pn}@s.whatsapp.net`,
    pn: device.pn,
    createdAt: now,
    contacts: toContacts(device),
    state: device.state ?? 'ok',
    reconnectsAt: 0,
    learned: new WeakSet(),
  };
}

/** A contact without any name is none to GOWA; white space is a name that is passed over (recordings: contacts). */
function toContacts({ contacts = [] }: DeviceFile): Contacts {
  const named = contacts.flatMap(({ pn, full_name: full = '', push_name: push = '' }): [string, string][] =>
    full === '' && push === ''
      ? []
      : [[formatJid(toUserJid(pn)), [full, push].find((name) => name.trim() !== '') ?? '']],
  );
  return new Map(named);
}

/** Returns the bare JID of a slot's account, `''` once it is logged out. */
export function jidOf(slot: Slot): string {
  return slot.state === 'logged_out' ? '' : formatJid(toUserJid(slot.pn));
}

/** True while the websocket is up. */
export function isConnected(slot: Slot, now: number): boolean {
  return (slot.state === 'ok' || slot.state === 'not_logged_in') && now >= slot.reconnectsAt;
}

/** True while the account is logged in and connected. */
export function isLoggedIn(slot: Slot, now: number): boolean {
  return slot.state === 'ok' && isConnected(slot, now);
}
