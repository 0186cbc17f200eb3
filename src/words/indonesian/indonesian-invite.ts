import { keptFor, messageRest, toDays, toHours } from '../../domain/patience.ts';
import type { InviteWords } from '../invite-words.ts';
import { say } from './indonesian-forms.ts';

const people = (count: number) => say`${count} orang`;

/** What `invite` says in Indonesian. */
export const indonesianInvite: InviteWords = {
  letter: {
    invited: (group) => say`Anda diundang ke grup WhatsApp ${group}.`,
    asks: say`Undangan ini dari pengurus grup. Anda tidak harus bergabung, dan tidak perlu membalas.`,
    open: say`Jika ingin bergabung, buka tautan ini:`,
    knock: say`Jika ingin bergabung, buka tautan ini dan minta bergabung. Salah satu admin akan menyetujuinya:`,
  },
  sheet: {
    title: (group) => say`Bergabung ke grup WhatsApp kami ${group}`,
    scan: say`Arahkan kamera ponsel ke kotak ini, lalu buka yang muncul.`,
    square: say`Kode QR dengan tautan ke grup`,
    address: say`Atau ketik alamat ini di peramban ponsel:`,
    open: say`WhatsApp menampilkan nama grup. Ketuk “Gabung ke grup”, dan Anda langsung masuk.`,
    knock: say`WhatsApp menampilkan nama grup. Minta bergabung; salah satu admin akan menerima Anda, mungkin baru besok.`,
    care: say`Siapa pun yang memegang lembar ini memegang tautannya. Tempel hanya di tempat yang dilihat orang-orang yang termasuk grup ini, dan lepas setelahnya.`,
    written: (file) =>
      say`Ditulis: ${file}. Di dalamnya ada tautan grup: cetak, lalu hapus. Hanya Anda yang bisa membaca berkas ini.`,
  },
  headings: {
    link: say`Tautan`,
    text: say`Teks untuk disalin`,
    people: (count) => say`Untuk diundang: ${people(count)}`,
    hindered: say`Tidak dikirimi pesan`,
  },
  secret: {
    open: say`Siapa pun yang memegang tautan ini langsung masuk: berikan hanya kepada yang termasuk grup ini.`,
    knock: say`Siapa pun yang memegang tautan ini bisa minta bergabung: berikan hanya kepada yang termasuk grup ini.`,
  },
  sandbox: say`Sandbox: tautan ini tidak menuju ke mana pun, dan tidak ada yang menerima pesan.`,
  narrow: (columns) =>
    say`Kode QR memerlukan ${columns} kolom: lebarkan jendela, atau tulis halaman dengan --file.`,
  nobody: say`Menurut rencana, sekarang tidak ada yang perlu diundang.`,
  there: (who) => say`${who} sudah ada di grup.`,
  knocks: (who) => say`${who} sudah minta bergabung: apply berikutnya menerimanya begitu disetujui.`,
  notListed: (who, file) =>
    say`Menurut ${file}, hari ini ${who} tidak diinginkan di grup ini: cantumkan dulu di sana.`,
  hindrances: {
    kept: () => say`akun dari kebijakan`,
    'not-on-whatsapp': () => say`nomornya tidak ada di WhatsApp saat terakhir dicari`,
    'not-approved': () =>
      say`belum ada rencana yang disetujui yang menyebut orang ini: setujui dengan apply plan.json, lalu jalankan lagi`,
    invited: (day) =>
      say`sudah atau mungkin sudah dikirimi tautan ini pada ${day}; tidak ada yang menerimanya dua kali dalam ${toDays(keptFor.invited)} hari`,
    'written-to': (day) =>
      say`sudah atau mungkin sudah dikirimi tautan grup lain pada ${day}; tidak ada yang menerima dua pesan dalam ${toHours(messageRest)} jam`,
  },
  groupHindrances: {
    'no-memory': () =>
      say`Tanpa ingatan yang mencatat siapa sudah dikirimi pesan, tidak ada yang dikirim: isi state: di kebijakan, atau beri --state.`,
    unusable: (text) => say`Tanpa ingatan yang bisa dipakai, tidak ada yang dikirim. ${text}`,
    held: (time) =>
      say`WhatsApp meminta akun ini berhenti, atau sesinya hilang: tidak ada yang dikirim sebelum ${time}.`,
    'no-approval': () =>
      say`Tidak ada yang dikirim: siapa pun yang memegang tautan grup ini langsung masuk. Nyalakan “Setujui anggota baru” di pengaturan grup pada ponsel, lalu jalankan lagi.`,
  },
  toAsk: (count) =>
    say`Teks di atas dapat dikirim dari akun kepada ${people(count)}. Anda ditanya untuk setiap orang.`,
  paceSpent: (count, time) =>
    say`Jatah pesan hari ini habis: ${people(count)} bisa dikirimi setelah ${time}.`,
  question: (who) => say`Kirim pesan kepada ${who}? y: ya, s: orang ini dan semua berikutnya, Enter: tidak`,
  answers: { yes: 'y', all: 's' },
  chosen: (count) => say`Mengirim kepada ${people(count)}, dengan jeda.`,
  nobodyChosen: say`Tidak ada yang dikirim.`,
  results: {
    sent: say`terkirim`,
    unknown: say`mungkin terkirim: tidak ada jawaban yang jelas, jadi dihitung terkirim`,
    'not-on-whatsapp': say`tidak dikirim: nomornya tidak ada di WhatsApp`,
    refused: say`tidak dikirim`,
    'not-due': say`tidak dikirim: tidak perlu diundang lagi`,
  },
  endings: {
    pace: say`Jatah pesan atau pencarian nomor hari ini habis.`,
    'no-approval': say`Sekarang siapa pun yang memegang tautan langsung masuk, jadi tidak ada lagi yang dikirim.`,
    unread: say`Grup tidak bisa dibaca lagi, jadi tidak ada lagi yang dikirim.`,
    refused: say`WhatsApp menolak satu pesan, jadi tidak ada lagi yang dikirim.`,
    limited: say`WhatsApp membatasi akun ini, jadi tidak ada lagi yang dikirim.`,
    stopped: say`Tidak ada lagi yang dikirim.`,
    interrupted: say`Dihentikan: tidak ada lagi yang dikirim.`,
  },
  summary: (sent, unknown, rest) =>
    say`Undangan: ${sent} terkirim, ${unknown} tanpa jawaban yang jelas, ${rest} tidak dikirim.`,
};
