import type { ForgeWords } from '../forge-words.ts';
import type { OfferWords } from '../offer-words.ts';
import { say } from './indonesian-forms.ts';

export const indonesianOffers: OfferWords = {
  adopted: {
    title: (account) =>
      account === ''
        ? say`Ambil alih yang diubah lewat ponsel`
        : say`Ambil alih yang diubah lewat ponsel (${account})`,
    body: (
      run,
    ) => say`Seseorang mengubah grup-grup ini lewat ponsel. Di sini tidak ada yang tahu siapa, atau mengapa: mungkin ini keinginan seseorang, bukan kepastian.

- **Memang dimaksudkan?** Gabungkan (merge): sejak itu berkas menyebut grup apa adanya, dan tidak ada yang berubah di WhatsApp.
- **Tidak dimaksudkan?** Tutup ini, lalu buat rencana: di situ terlihat apa yang mengembalikan grup sesuai berkas.

Di dalamnya mungkin ada nomor orang yang sebelumnya tidak ada di berkas mana pun. Ini dibuat ulang selama masih ada perbedaan; yang tidak bisa diambil alih disebut di [prosesnya](${run}).`,
  },
  ids: {
    title: (groups, account) => {
      const what = groups === 1 ? say`Catat id satu grup baru` : say`Catat id ${groups} grup baru`;
      return account === '' ? what : say`${what} (${account})`;
    },
    intro: say`Rollcall membuat grup-grup ini. Tiap berkas mendapat \`id:\` grup yang dibuat darinya, dan tidak ada yang lain: **menggabungkan (merge) ini tidak mengubah apa pun di WhatsApp.** Sampai saat itu, hanya memori Rollcall yang tahu grup mana milik berkas mana.`,
    left: say`Tidak dicatat, padahal grupnya sudah ada:`,
    reasons: {
      'file-gone': (id) =>
        say`berkasnya sudah tidak ada. Kembalikan dengan baris \`id: ${id}\`, atau urus grup itu lewat ponsel.`,
      'other-id': (id) =>
        say`berkasnya kini menyebut grup lain. Grup yang dibuat darinya adalah \`${id}\`: urus lewat ponsel.`,
      unreadable: (id) => say`berkasnya berisi kesalahan. Taruh sendiri baris \`id: ${id}\` di paling atas.`,
    },
    again: (run) =>
      say`Setiap proses membuat ini lagi dari berkas yang ada saat itu; yang terakhir adalah [proses ini](${run}).`,
  },
  noChecks: (forge) =>
    say`**Belum ada pemeriksaan yang mulai di sini?** ${forge} tidak memulainya untuk yang dibuka dengan token workflow sendiri. Tutup pull request ini lalu buka lagi: pemeriksaan akan mulai. Dengan token di secret \`ROLLCALL_TOKEN\`, pemeriksaan mulai sendiri (docs/setup.md).`,
};

export const indonesianForge: ForgeWords = {
  comment: {
    noPlan: say`Belum ada rencana`,
    noOutcome: say`Hasilnya tidak diketahui`,
    unplanned: say`Rencana tidak dapat dibuat.`,
    unreported: say`Proses berakhir sebelum laporannya selesai.`,
    approvesNothing: say`Menggabungkan (merge) ini tidak menyetujui apa pun.`,
    seeRun: (run) => say`Selengkapnya ada di [proses ini](${run}).`,
    another: say`Rencana ini berbeda dari rencana di atas, untuk commit yang sama: periksa lagi sebelum digabungkan (merge).`,
    askAgain: say`Rencananya sudah berubah. Mohon diperiksa lagi.`,
  },
  drift: (account) =>
    account === '' ? say`Grup berbeda dari berkasnya` : say`Grup berbeda dari berkasnya (${account})`,
  cut: (lines) => say`… ${lines} baris lagi dipotong; semuanya ada di berkas rencana.`,
  head: {
    link: (path) => say`${path} adalah symbolic link atau submodule. Taruh berkas aslinya di situ.`,
    unsafe: (path) => say`${path} bukan nama untuk berkas grup. Beri nama lain.`,
    noFolder: (path) => say`Tidak ada folder ${path} di pull request ini.`,
    conflict: say`Pull request ini belum dapat digabungkan (ada konflik). Perbarui dahulu.`,
  },
  unapproved: {
    none: (pulls) =>
      say`Digabungkan tanpa rencana (tidak ada, kedaluwarsa, dibuat setelah merge, atau dengan kunci lain): ${pulls}. Tidak ada yang disetujui darinya.`,
    'not-reviewed': (pulls) =>
      say`Digabungkan dengan rencana yang dibuat, atau berubah, setelah tinjauan terakhir yang menyetujuinya: ${pulls}. Tidak ada yang disetujui darinya.`,
    disputed: (pulls) =>
      say`Digabungkan bersama yang lain dengan commit yang sama tetapi rencana yang berbeda: ${pulls}. Tidak ada yang disetujui darinya.`,
    alone: (forge, commits, newest) =>
      say`Commit yang datang tanpa pull request yang digabungkan, sejauh yang diketahui ${forge}: ${commits} (yang terbaru ${newest}). Tidak ada yang disetujui darinya.`,
    cut: say`Terlalu banyak yang digabungkan sejak penerapan terakhir, atau riwayat ditulis ulang: yang lebih lama tidak disetujui.`,
  },
  unsealed: say`Memori di branch tidak seperti yang ditinggalkan Rollcall, atau ROLLCALL_KEY-nya lain: memori itu tidak dipakai.`,
  passedOver: say`Branch sudah maju: proses untuk commit terbarunya juga menerapkan yang ini.`,
  lost: (hours) =>
    say`Yang mungkin terpakai oleh proses ini dihitung terpakai selama ${hours} jam, dan rencananya akan ditemukan lagi.`,
  foreign: (branch) =>
    say`${branch} berisi commit orang lain, jadi dibiarkan apa adanya: gabungkan, atau hapus branch itu.`,
  notes: {
    reasons: {
      failed: say`Ada yang gagal, atau tidak dapat dibuktikan`,
      incomplete: say`Belum semuanya selesai`,
      refused: say`Sebuah batas menolaknya`,
      usage: say`Sebuah setelan atau opsi salah`,
      mistakes: say`Berkasnya mengandung kesalahan`,
      interrupted: say`Prosesnya dihentikan`,
      bug: say`Ini kesalahan Rollcall sendiri`,
    },
    ended: (reason, code) => say`${reason} (kode ${code})`,
    more: (count) => say`${count} lagi, semuanya ada di log di atas`,
    wholeText: say`Teks lengkapnya ada di log.`,
    untold: say`Admin tidak dapat diberi tahu hasil proses ini.`,
  },
  public: say`Repositori ini publik, dan yang akan ditawarkan mungkin berisi nomor orang yang belum ada di berkas mana pun. Tidak ada yang dikirim: jalankan rollcall adopt sendiri.`,
};
