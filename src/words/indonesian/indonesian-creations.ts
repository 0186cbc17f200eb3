import { creationSettles } from '../../domain/patience.ts';
import { listedGroupsLimit, nameLimit } from '../../domain/whatsapp-facts.ts';
import type { CreationWords } from '../creation-words.ts';
import { say } from './indonesian-forms.ts';

const minutes = Math.round(creationSettles / 60_000);

/** What is said of groups that are to be made. */
export const indonesianCreations: CreationWords = {
  due: (first) =>
    say`dibuat bersama ${first}; yang lain masuk sesudahnya, dengan laju yang diatur di kebijakan`,
  dueInvited: (first) =>
    say`dibuat bersama ${first}, yang ditambahkan meskipun yang lain datang lewat tautan: WhatsApp tidak membuat grup untuk akun itu saja`,
  found: (id) =>
    say`sudah dibuat oleh permintaan sebelumnya (${id}): tidak ada yang dibuat lagi, dan id-nya ditulis ke berkas`,
  refused: say`tidak dibuat: ada batas yang menolak`,
  obstacles: {
    observe: () => say`tidak dibuat, karena berkasnya hanya mengamati (manage: observe)`,
    'no-name': () => say`tidak dibuat: grup baru memerlukan nama di berkasnya`,
    'name-too-long': () => say`tidak dibuat: WhatsApp menerima nama paling panjang ${nameLimit} karakter`,
    'nobody-first': () =>
      say`tidak dibuat: WhatsApp tidak membuat grup tanpa orang lain selain akun ini, dan tidak seorang pun di berkas dapat ikut sejak awal. Tulis di admins seseorang yang boleh ditambahkan, atau buat grupnya di ponsel dan tulis id-nya di berkas`,
    'same-name': (ids) =>
      say`tidak dibuat: akun ini sudah punya grup dengan nama yang sama yang tidak ada di berkas mana pun (${ids}). Tulis id-nya di berkas bila memang itu grupnya; bila bukan, beri salah satunya nama lain`,
    'same-name-open': () =>
      say`belum dibuat: grup bernama sama dari berkas lain sudah diminta, dan belum diketahui apakah grup itu ada. Jalankan create lagi`,
    'may-appear': () =>
      say`sudah diminta tanpa jawaban yang jelas, dan mungkin masih akan muncul: jalankan create lagi ${minutes} menit sesudahnya`,
    several: (ids) =>
      say`sudah diminta tanpa jawaban yang jelas, dan lebih dari satu grup mungkin adalah grup itu (${ids}). Periksa di ponsel, lalu tulis id yang benar di berkas`,
    'list-unread': () =>
      say`tidak dibuat sekarang: daftar grup akun ini tidak dapat dibaca, sehingga tidak diketahui apakah grupnya sudah ada. Jalankan create lagi`,
    'list-full': () =>
      say`sudah diminta tanpa jawaban yang jelas, dan GOWA menampilkan paling banyak ${listedGroupsLimit} grup, sehingga tidak diketahui apakah grupnya sudah ada. Periksa di ponsel; bila ada, tulis id-nya di berkas`,
    'no-memory': () =>
      say`tidak dibuat tanpa catatan, karena hanya catatan yang mencegah grup dibuat dua kali. Tulis state: di _policy.yaml, atau mulai catatan baru dengan apply --new-journal`,
    'not-approved': () =>
      say`tidak dibuat: belum disetujui, atau belum ada yang disetujui untuk ikut sejak awal`,
  },
  waiting: (count) => say`${count} grup menunggu dibuat: rollcall create`,
  fates: {
    made: (id) => say`dibuat: ${id}`,
    taken: (id) => say`sudah dibuat oleh permintaan sebelumnya, dan dipakai: ${id}`,
    joined: (names) => say`sudah ada di dalamnya: ${names}`,
    nobodyYet: say`belum ada orang lain di dalamnya`,
    filed: say`id-nya sudah ada di berkas`,
    offered: say`id-nya datang sebagai pull request`,
    rehearsed: say`ini hanya latihan, jadi id-nya tidak ditulis ke berkas`,
    notFiled: (id, why) =>
      say`ID-NYA BELUM ADA DI BERKAS. Jalankan create lagi, atau tulis id: ${id} di dalamnya (${why})`,
    failed: (text) => say`tidak dibuat: ${text}`,
    nobody: say`tidak dibuat: tidak seorang pun yang boleh ikut sejak awal ada di WhatsApp`,
    unknown: (text) =>
      say`mungkin sudah dibuat: tidak ada jawaban yang jelas (${text}). Jalankan create lagi setelah ${minutes} menit; create memeriksa dulu sebelum meminta lagi`,
    skipped: {
      limit: say`tidak dibuat: ada batas yang menolak`,
      'not-approved': say`tidak dibuat: belum disetujui, atau belum ada yang disetujui untuk ikut sejak awal`,
      pace: say`menunggu: jatah hari ini sudah habis`,
      stopped: say`menunggu: proses dihentikan`,
      interrupted: say`menunggu: proses diinterupsi`,
    },
  },
  nothing: say`Semua grup sudah punya id: tidak ada yang perlu dibuat.`,
  heading: say`Grup dan id-nya`,
  merging: (count) => say`Merge ini membuat ${count} grup baru.`,
  headline: (made, all) => say`${made} dari ${all} grup dibuat.`,
  summary: (made, all) => say`${made} dari ${all} grup dibuat`,
  which: (name) => say`Yang mana ${name}? Ketik id-nya, atau kosongkan untuk membiarkannya:`,
};
