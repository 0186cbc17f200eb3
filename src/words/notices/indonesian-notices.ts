import { keptFor, toDays, toHours } from '../../domain/patience.ts';
import { say } from '../indonesian/indonesian-forms.ts';
import type { NoticeWords } from './notice-words.ts';

const titles = {
  drift: say`Rollcall: ada grup yang tidak seperti berkasnya`,
  apply: say`Rollcall: tidak semuanya terlaksana`,
  ended: say`Rollcall: satu proses berakhir lebih awal`,
} as const;

/** What a message to the admins says in Indonesian. */
export const indonesianNotices: NoticeWords = {
  title: (about, account) => (account === '' ? titles[about] : say`${titles[about]} (${account})`),
  rehearsal: (title) => say`Latihan, bukan grup sungguhan. ${title}`,
  run: {
    'rate-limited': say`WhatsApp membatasi akun ini: akun harus beristirahat.`,
    'session-lost': say`Akun tidak lagi masuk: masuk lagi di server.`,
    unreachable: say`Server tidak dapat dihubungi.`,
    'no-answers': say`Server tidak lagi menjawab.`,
    'no-storage': say`Ingatan tidak dapat ditulisi.`,
    interrupted: say`Prosesnya dihentikan.`,
    memory: say`Ingatan tidak dapat dipakai, jadi tidak ada yang ditambahkan, dikeluarkan, dijadikan admin, atau diberhentikan sebagai admin.`,
    unexpected: say`Rencananya bukan yang disetujui, jadi tidak ada yang dilakukan.`,
    refused: say`Batas untuk seluruh proses menolak perubahan.`,
    ended: say`Prosesnya berakhir sebelum bisa melaporkan apa yang dilakukan.`,
    mistakes: say`Ada kesalahan di berkas, jadi tidak ada yang dilakukan.`,
  },
  group: {
    failed: (count) => say`${count} gagal`,
    notVerified: (count) => say`${count} belum terbukti`,
    refused: (count) => say`${count} ditolak oleh batas`,
    differs: (count) => say`${count} perbedaan`,
    needHuman: (count) => say`${count} perlu dilihat orang`,
    declined: (count) => say`${count} perlu diundang dengan tautan`,
    unreadable: () => say`tidak dapat dibaca`,
    notMade: () => say`tidak dapat dibuat`,
  },
  more: (count) => say`Dan ${count} grup lagi.`,
  advice: {
    drift: say`Yang perlu dilakukan: lihat rencananya. Yang memang disengaja ditulis ke berkas, yang tidak dikembalikan oleh apply yang disetujui seseorang.`,
    apply: say`Yang perlu dilakukan: lihat laporannya. Yang sudah disetujui tetapi belum terlaksana dicoba lagi oleh apply berikutnya.`,
    ended: say`Yang perlu dilakukan: lihat prosesnya; lognya mengatakan sebabnya.`,
  },
  nothing: say`Tidak ada yang perlu dikabarkan: tidak ada yang menerima pesan.`,
  noReport: say`Tidak ada laporan, dan prosesnya baik-baik saja atau akan dijalankan lagi: tidak ada yang menerima pesan.`,
  channels: { webhook: say`webhook`, mail: say`surel`, group: say`grup WhatsApp para admin` },
  sent: (channel) => say`Terkirim: ${channel}.`,
  told: (channel) =>
    say`Tidak ada yang baru: sudah dikabarkan lewat ${channel} kurang dari ${toDays(keptFor.told)} hari lalu, dan masih sama.`,
  spent: (channel, perDay) =>
    say`Tidak dikirim: ${channel} sudah mendapat ${perDay} pesan dalam ${toHours(keptFor.spent)} jam. Proses berikutnya mengabarkannya.`,
  failed: (channel, why) => say`Tidak dikirim: ${channel}: ${why}`,
  wouldSend: (channel) => say`Akan dikirim: ${channel}.`,
};
