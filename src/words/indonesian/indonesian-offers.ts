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
  noChecks: say`**Belum ada pemeriksaan yang mulai di sini?** GitHub tidak memulainya untuk yang dibuka dengan token workflow sendiri. Tutup pull request ini lalu buka lagi: pemeriksaan akan mulai. Dengan token di secret \`ROLLCALL_TOKEN\`, pemeriksaan mulai sendiri (docs/setup.md).`,
};
