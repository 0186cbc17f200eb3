import type { PhoneNumber } from '../../src/domain/people/person.ts';
import type { WireGroup, WireParticipant } from '../../src/gowa/answers/wire.ts';

/** The account that acts. */
export const account = '447700900001' as PhoneNumber;

/** A member as GOWA writes them: by LID where there is one, else by number. */
export function toWireMember(person: {
  readonly phone?: string;
  readonly lid?: string;
  readonly role?: 'member' | 'admin' | 'superadmin';
}): WireParticipant {
  const phone = person.phone ? `${person.phone}@s.whatsapp.net` : '';
  const lid = person.lid ? `${person.lid}@lid` : '';
  return {
    JID: lid || phone,
    PhoneNumber: phone,
    LID: lid,
    IsAdmin: person.role === 'admin' || person.role === 'superadmin',
    IsSuperAdmin: person.role === 'superadmin',
  };
}

/** A quiet group of these people, as /group/info has it. */
export function toWireGroup(people: readonly WireParticipant[], change: Partial<WireGroup> = {}): WireGroup {
  return {
    JID: '120363000000000001@g.us',
    OwnerJID: '',
    OwnerPN: '',
    Name: 'Altos',
    Topic: '',
    TopicID: '',
    IsLocked: false,
    IsAnnounce: false,
    IsEphemeral: false,
    DisappearingTimer: 0,
    IsParent: false,
    IsDefaultSubGroup: false,
    GroupCreated: '2025-01-01T00:00:00Z',
    Participants: [...people],
    ParticipantCount: people.length,
    Suspended: false,
    ...change,
  };
}
