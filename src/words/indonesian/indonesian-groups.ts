import type { GroupsWords } from '../groups-words.ts';
import { say } from './indonesian-forms.ts';

/** What `groups` says. */
export const indonesianGroups: GroupsWords = {
  summary: (count, account) =>
    count === 0
      ? say`Akun ${account} tidak ada di grup mana pun.`
      : say`Akun ${account} ada di ${count} grup.`,
  sandbox: say`Ini sandbox: grupnya bukan milik siapa pun.`,
  people: (count, isWhole) => (isWhole ? say`${count} orang` : say`sedikitnya ${count} orang`),
  role: { owner: say`pemilik`, admin: say`admin`, member: say`anggota`, unknown: say`tidak tercantum` },
  kind: { community: say`komunitas`, announcements: say`pengumuman komunitas` },
  noFile: say`tanpa berkas`,
  unnamed: say`tanpa nama`,
  hiddenId: (flag) => say`id-nya memuat nomor: ${flag} menunjukkannya`,
  headings: {
    gone: say`Berkas yang grupnya sudah tidak ada:`,
    withoutId: say`Berkas tanpa id:`,
    unread: say`Sekarang tidak dapat dibaca:`,
  },
  withoutId: {
    missing: say`grup yang akan dibuat; kalau ini salah satu di atas, tulis id-nya di berkas`,
    wrong: say`id-nya bukan id grup: ambil salah satu di atas`,
  },
  cut: (limit) =>
    say`Daftar GOWA berhenti pada ${limit} grup: akun ini mungkin ada di grup lain yang tidak terlihat di sini.`,
  mistakes: (command) => say`Berkas yang salah mungkin tidak terlihat di sini: ${command} menyebutkannya.`,
  elsewhere: (files) => say`${files} berkas milik akun lain tidak dilihat.`,
  toImport: (count, command) => say`${count} grup belum punya berkas: ${command} menulisnya.`,
};
