import type { LowerMode } from '../../domain/origin.ts';
import type { Inline } from '../../safe/inline.ts';
import { join, list, say as bare } from '../../safe/inline.ts';
import type { ReasonWords } from '../reason-words.ts';
import { toModeChange } from '../terminal-forms.ts';
import { say } from './indonesian-forms.ts';

function toLess({ part, after }: LowerMode): Inline {
  if (after === 'observe') return say`sekarang hanya dilaporkan`;
  return part === 'members'
    ? say`tidak ada lagi yang dikeluarkan`
    : say`tidak ada lagi admin yang diberhentikan`;
}

const relaxed: ReasonWords['relaxed'] = {
  report: {
    parts: {
      members: say`siapa yang menjadi anggota`,
      admins: say`siapa yang menjadi admin`,
      settings: say`pengaturan grup`,
    },
    gone: (name, nouns) =>
      say`Berkas ${name} tidak lagi menyebut hal ini: ${nouns}. Di grup semuanya tetap seperti sekarang, dan tidak ada yang mengurusnya.`,
    observe: (name, parts) =>
      say`Di ${name} hal ini mulai sekarang hanya diamati, tidak diperbaiki: ${parts}.`,
    additive: {
      members: (name) => say`Mulai sekarang tidak ada yang dikeluarkan dari ${name}.`,
      admins: (name) => say`Mulai sekarang tidak ada yang berhenti menjadi admin ${name}.`,
    },
  },
  terminal: ({ keys, modes }) =>
    join(
      [
        ...(keys.length > 0
          ? [
              say`${list(keys as readonly string[] as readonly Inline[], [' dan ', ', dan '])} tidak ada lagi di dalamnya: di grup tetap seperti sekarang`,
            ]
          : []),
        ...modes.map((mode) => say`${toModeChange(mode)}: ${toLess(mode)}`),
      ],
      '; ',
    ),
};

const unread: ReasonWords['unread'] = {
  policy: {
    report: (file) =>
      say`Sebelum pull request ini, berkas aturan (${file}) tidak ada atau mengandung kesalahan. Karena itu yang berlaku adalah batas yang paling ketat di antara batas sekarang, batas yang biasa, dan yang masih dapat dibaca; belum pasti siapa yang dilindungi; dan semuanya dihitung sebagai perubahan pull request ini.`,
    terminal: (file, base) =>
      say`${file} dari ${base} tidak ada atau mengandung kesalahan: yang berlaku adalah batas yang paling ketat di antara batas sekarang dan yang masih dapat dibaca, jika tidak ada yang dapat dibaca batas bawaan; siapa yang dilindungi mungkin tidak diketahui; semua perubahan dihitung sebagai perubahan pull request ini`,
  },
  protected: {
    report: (file) =>
      say`Belum pasti siapa yang dilindungi sebelum pull request ini (${file}): mohon perhatikan baik-baik siapa yang keluar atau bukan admin lagi.`,
    terminal: (file, base) =>
      say`${file} dari ${base} melindungi orang dengan nama yang tidak dikenal di sana: perhatikan baik-baik siapa yang keluar atau bukan admin lagi`,
  },
  people: {
    report: (file) =>
      say`Sebelum pull request ini, berkas daftar orang (${file}) mengandung kesalahan. Karena itu tidak dapat diketahui apakah nomor orang lain dipasang pada sebuah nama: mohon bandingkan nomornya. Semua yang terjadi pada orang dihitung sebagai perubahan pull request ini.`,
    terminal: (file, base) =>
      say`${file} dari ${base} mengandung kesalahan: nomor yang diganti di balik sebuah nama mungkin tidak tampak di atas, jadi bandingkan sendiri; semua perubahan pada orang dihitung sebagai perubahan pull request ini`,
  },
  defaults: {
    report: (file) =>
      say`Sebelum pull request ini, berkas ${file} mengandung kesalahan: semua yang terjadi di grup-grup dalam foldernya dihitung sebagai perubahan pull request ini.`,
    terminal: (file, base) =>
      say`${file} dari ${base} mengandung kesalahan: semua perubahan di grup-grup dalam foldernya dihitung sebagai perubahan pull request ini`,
  },
  group: {
    report: (file) =>
      say`Sebelum pull request ini, berkas ${file} mengandung kesalahan: semua yang terjadi di grupnya dihitung sebagai perubahan pull request ini.`,
    terminal: (file, base) =>
      say`${file} dari ${base} mengandung kesalahan: semua perubahan di grupnya dihitung sebagai perubahan pull request ini`,
  },
  id: {
    report: (file) =>
      say`Sebelum pull request ini, berkas ${file} mengandung kesalahan, dan tidak dapat diketahui untuk grup mana berkas itu: mohon periksa apakah grupnya sama. Semua yang terjadi di grupnya dihitung sebagai perubahan pull request ini.`,
    terminal: (file, base) =>
      say`${file} dari ${base} mengandung kesalahan, dan tidak dapat diketahui untuk grup mana berkas itu, atau apakah id-nya diganti; semua perubahan di grupnya dihitung sebagai perubahan pull request ini`,
  },
  photo: {
    report: (file) =>
      say`Sebelum pull request ini, foto dari berkas ${file} tidak dapat dibaca: perubahannya dihitung sebagai perubahan pull request ini.`,
    terminal: (file, base) =>
      say`${file} dari ${base} memuat foto yang tidak dapat dibaca: perubahannya dihitung sebagai perubahan pull request ini`,
  },
};

/** What a pull request brings, and what cannot be told of it. */
export const indonesianSince: Pick<
  ReasonWords,
  | 'origins'
  | 'stopped'
  | 'arrived'
  | 'relaxed'
  | 'defaults'
  | 'fromDefaults'
  | 'unread'
  | 'newNumber'
  | 'newPeople'
> = {
  origins: {
    'pull-request': { report: say`pull request ini`, terminal: say`pull request ini` },
    phone: {
      report: say`diubah lewat ponsel, atau belum pernah disetujui`,
      terminal: say`diubah lewat ponsel`,
    },
    date: { report: say`harinya sudah tiba`, terminal: say`harinya sudah tiba` },
    'earlier-merge': {
      report: say`menunggu sejak merge sebelumnya`,
      terminal: say`menunggu sejak merge sebelumnya`,
    },
  },
  stopped: {
    deleted: {
      report: (name) =>
        say`${name} tidak diurus lagi: berkasnya dihapus. Grupnya sendiri tetap seperti sekarang.`,
      terminal: say`berkasnya dihapus: grup tetap seperti sekarang, dan Rollcall tidak mengurusnya lagi`,
    },
    ignored: {
      report: (name) =>
        say`${name} tidak diurus lagi: nama berkasnya diganti. Grupnya sendiri tetap seperti sekarang.`,
      terminal: say`nama berkasnya sekarang diawali _: grup tetap seperti sekarang, dan Rollcall tidak mengurusnya lagi`,
    },
    'id-edited': {
      report: (name) => say`Berkas ${name} sekarang menunjuk ke grup lain.`,
      terminal: say`berkasnya sekarang menunjuk ke grup lain`,
    },
  },
  arrived: {
    'new-file': {
      report: (name) =>
        say`${name} baru di sini: berkasnya baru, dan semua yang terjadi di grup ini berasal dari pull request ini.`,
      terminal: say`berkasnya baru: semua yang terjadi di grup ini berasal dari pull request ini`,
    },
    'first-id': {
      report: (name) =>
        say`${name} baru di sini: sebelumnya berkasnya tidak menyebut untuk grup mana, dan semua yang terjadi di grup ini berasal dari pull request ini.`,
      terminal: say`berkasnya baru memuat id: semua yang terjadi di grup ini berasal dari pull request ini`,
    },
  },
  relaxed,
  defaults: {
    new: {
      report: (file, count) => say`Berkas ${file} baru: isinya berlaku untuk ${count} grup.`,
      terminal: (file, count) => say`${file} baru, dan berlaku untuk ${count} grup`,
    },
    changed: {
      report: (file, count) => say`Berkas ${file} diubah: isinya berlaku untuk ${count} grup.`,
      terminal: (file, count) => say`${file} diubah, dan berlaku untuk ${count} grup`,
    },
    removed: {
      report: (file, count) => say`Berkas ${file} dihapus: isinya dulu berlaku untuk ${count} grup.`,
      terminal: (file, count) => say`${file} dihapus, dan dulu berlaku untuk ${count} grup`,
    },
  },
  fromDefaults: {
    report: (file, count) => say`Perubahan di ${count} grup berasal dari aturan bersama mereka (${file}).`,
    terminal: (file, count) => say`Perubahan di ${count} grup berasal dari ${file}.`,
  },
  unread,
  newPeople: {
    report: {
      arrived: ({ names }) => say`${names} baru disebut di dalam berkas.`,
      renamed: (name, before, isOther) =>
        isOther
          ? say`${name} menggantikan ${before}: nama dan nomornya sama-sama berbeda, jadi mungkin ini orang lain.`
          : say`${name} sebelumnya disebut ${before}: nomornya sama.`,
      alike: (name, other) =>
        say`${name} mudah tertukar dengan ${other}: periksa baik-baik siapa yang dimaksud.`,
    },
    terminal: {
      arrived: ({ names }) => say`orang baru: ${names}`,
      renamed: (name, before, isOther) =>
        isOther
          ? say`${name} menggantikan ${before}: nama dan nomornya sama-sama berbeda`
          : say`${name} sebelumnya disebut ${before}, nomornya sama`,
      alike: (name, other) => say`${name} mirip dengan ${other}`,
    },
  },
  newNumber: {
    report: ({ name, before, after, isSealed, groups: all, adminIn }) =>
      say`Nomor ${name} berubah${isSealed ? say` (nomornya disegel: yang lama maupun yang baru tidak dapat dilihat)` : say` dari ${before} menjadi ${after}`}: pemilik nomor baru itu menjadi anggota ${all} grup${adminIn === 0 ? say`` : say`, dan admin di ${adminIn} di antaranya`}.`,
    terminal: ({ name, before, after, isSealed, groups: all, adminIn }) =>
      bare`nomor ${name} ${isSealed ? bare`berubah (disegel)` : bare`${before} → ${after}`}, ${adminIn > 0 ? bare`admin di ${adminIn} grup` : bare`di ${all} grup`}`,
  },
};
