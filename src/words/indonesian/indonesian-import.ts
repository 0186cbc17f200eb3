import { say } from '../../safe/inline.ts';
import type { ImportWords } from '../import-words.ts';

/** What `import` says in Indonesian. */
export const indonesianImport: ImportWords = {
  comments: {
    longName: (bytes, most) =>
      say`Nama ini ${bytes} bita, dan GOWA tidak dapat menulis yang lebih dari ${most}: dibiarkan apa adanya.`,
    noName: say`WhatsApp tidak memberi nama untuk grup ini.`,
    holdsNumber: (key) =>
      say`${key}: tidak ditulis; tampaknya memuat nomor telepon, dan nomor disegel dalam berkas ini.`,
    odd: {
      line: () => say`Nama ini tidak dapat ditulis di berkas: dibiarkan apa adanya.`,
      lines: () => say`Deskripsi grup tidak dapat ditulis di berkas: dibiarkan apa adanya.`,
      seconds: (seconds) =>
        say`Pesan hilang setelah ${seconds} detik, yang hanya dapat diatur dari ponsel: dibiarkan apa adanya.`,
    },
    uncounted: say`WhatsApp tidak menyebut jumlah orang di sini: bandingkan daftar dengan ponsel sebelum menulis manage: exact.`,
    noLists: (count) =>
      say`Tanpa daftar: nomor ${count} anggota tidak dapat ditulis di berkas, dan setengah daftar lebih buruk daripada tidak ada.`,
    crowded: (count) =>
      say`Tanpa daftar: ${count} orang lebih banyak daripada yang boleh disebut satu daftar.`,
    nameless: (count) =>
      say`Selain yang di bawah: ${count} anggota yang tidak disebut WhatsApp siapa mereka. Mereka tidak disentuh.`,
    noPhoto: (reason) => say`Tanpa foto: ${reason}.`,
    observed: {
      notAdmin: say`Akun bukan admin di sini, jadi grup ini hanya diamati.`,
      community: say`Ini komunitas: WhatsApp tidak mengizinkan program mengelolanya, jadi hanya diamati.`,
      announcements: say`Ini pengumuman komunitas: WhatsApp tidak mengizinkan program mengelolanya, jadi hanya diamati.`,
    },
    called: (name) => say`${name} di WhatsApp, menurut kontak Anda atau dirinya sendiri`,
  },
  summary: {
    done: (count, named, folder) => say`${count} grup dan ${named} orang baru diimpor ke ${folder}.`,
    dryRun: (count, named, folder) =>
      say`Akan mengimpor ${count} grup dan ${named} orang baru ke ${folder}. Belum ada yang ditulis, dan tidak ada yang dicari.`,
  },
  people: (plain, admins) => say`${plain} anggota, ${admins} admin`,
  observed: say`hanya diamati`,
  remarks: (count) => say`${count} catatan di berkas`,
  skipped: {
    hasFile: (count) => say`${count} grup sudah punya berkas, yang dibiarkan apa adanya.`,
    notAdmin: (count) =>
      say`${count} grup tidak diikutkan, karena akun bukan admin di sana: --all mengikutkannya, untuk diamati.`,
    notMatched: (count) => say`${count} grup tidak diikutkan karena --match.`,
  },
  unread: (name, reason) => say`${name} tidak diimpor: ${reason}. Jalankan lagi nanti.`,
  incomplete: say`WhatsApp hanya mengirim sebagian daftar orangnya`,
  changedByDefaults: (files) =>
    say`PERHATIAN: sebuah _defaults.yaml di folder ini menambahi berkas-berkas ini, sehingga rencana berikutnya tidak kosong: ${files}. Lihat rencana itu sebelum apa pun diterapkan; agar grup-grup ini tetap seperti sekarang, impor ke folder tanpa _defaults.yaml.`,
  cutList: (count) =>
    say`WhatsApp menyebut paling banyak ${count} grup: untuk selebihnya, tulis berkas dengan id masing-masing.`,
  byNumber: (count) =>
    say`${count} orang ada di daftar dengan nomornya, karena tidak ada yang menyebut siapa mereka.`,
  hidden: (count) =>
    say`${count} orang menyembunyikan nomornya: dikenal dari LID-nya, dan tidak pernah disentuh.`,
  contacts: (count) =>
    say`${count} nama dari WhatsApp hanya ada di komentar: GOWA tidak menyebut mana yang dari kontak Anda dan mana yang dibuat orangnya sendiri. --contacts mempercayainya.`,
  lookedUp: (asked, left) =>
    left === 0
      ? say`WhatsApp ditanya siapa dari lembar data yang menyembunyikan nomornya: ${asked} orang.`
      : say`WhatsApp ditanya siapa dari lembar data yang menyembunyikan nomornya: ${asked} orang. Tersisa ${left}: impor lagi nanti atau di hari lain.`,
  notLookedUp: (left) =>
    say`Belum ada dari lembar data yang dapat dicari, padahal mungkin ada yang tersembunyi di grup: ${left} orang. Pencarian butuh memori yang sudah dimulai (rollcall apply --new-journal) dan masih punya sisa hari itu: impor lagi nanti.`,
  headings: {
    unlisted: (count) =>
      say`Ada di grup, tidak ada di lembar data (exact akan mengeluarkan mereka, bila itu daftarnya): ${count} orang`,
    groupless: (count) => say`Ada di lembar data dan tidak ada di grup mana pun: ${count} orang`,
    unreadable: (count) => say`Tidak terbaca di lembar data: ${count} tempat`,
    twice: (count) => say`Satu nomor di beberapa baris: ${count} nomor`,
    teams: (count) => say`Tim dari lembar data, untuk teams: di _people.yaml: ${count}`,
    sameLists: (count) => say`Orang yang sama di beberapa berkas: ${count} daftar yang dapat menjadi tim`,
    identified: (count) =>
      say`Tersembunyi sampai sekarang, dan dikenal dari lembar data: ${count} orang (tulis handle mereka sebagai ganti LID)`,
  },
  crowd: (count) => say`${count} orang`,
  next: (command) => say`Berikutnya: ${command}`,
  first: (count) =>
    say`Di ${count} grup, kebanyakan orang tidak ada di berkas mana pun. Impor dulu: rollcall import menulis berkas grup yang belum punya, dari orang yang ada di dalamnya.`,
  partly: (written, missing) =>
    say`${written === '' ? say`Belum ada yang ditulis` : say`Tertulis, masing-masing utuh: ${written}`}; ${missing} berkas belum. Sediakan ruang, lalu impor lagi: hanya yang belum ada yang ditulis.`,
};
