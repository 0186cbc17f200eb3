import { say } from '../../safe/inline.ts';
import type { PersonWords } from '../person-words.ts';

/** What the commands about one person say in Indonesian. */
export const indonesianPerson: PersonWords = {
  who: {
    question: say`Siapa? Sebutan, nomor, atau lid:…:`,
    protected: say`dilindungi: tidak pernah dikeluarkan, tidak pernah diberhentikan sebagai admin`,
    account: say`akun dari kebijakan: selalu dibiarkan`,
    labels: { files: say`berkas`, live: say`sekarang` },
    roles: {
      member: say`anggota`,
      admin: say`admin`,
      lid: say`dikenal lewat LID-nya, tidak pernah disentuh`,
    },
    owner: say`pembuat grup`,
    hidden: say`nomornya tersembunyi, dikenal lewat LID-nya`,
    live: {
      absent: say`tidak ada di grup`,
      incomplete: say`tidak terlihat, tetapi daftarnya tidak lengkap`,
      unread: say`grup tidak dapat dibaca`,
      'not-read': say`tidak dibaca`,
    },
    notListed: say`tidak tercantum`,
    way: (text, list, place) => say`${text} di ${list === 'admins' ? say`admins` : say`members`} (${place})`,
    from: (day) => say`mulai ${day}`,
    until: (day) => say`sampai ${day}`,
    adminFrom: (day) => say`admin mulai ${day}`,
    adminUntil: (day) => say`admin sampai ${day}`,
    byInvite: say`hanya lewat undangan`,
    readd: (day) => say`dimasukkan kembali sekali, sampai ${day}`,
    filesOnly: say`Hanya berkas yang dilihat: dengan server (ROLLCALL_URL atau --url), grup seperti keadaannya sekarang juga dilihat.`,
    sandbox: say`Sandbox: semua ini bukan WhatsApp.`,
    nowhere: say`Tidak ada di grup mana pun.`,
    unread: (groups) => say`Tidak diketahui tentang: ${groups}`,
    elsewhere: (count) => say`${count} grup milik akun lain tidak dibaca.`,
  },
};
