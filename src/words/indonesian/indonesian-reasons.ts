import type { ReasonWords } from '../reason-words.ts';
import { say } from './indonesian-forms.ts';
import { indonesianLeftAlone } from './indonesian-left-alone.ts';
import { indonesianLoosened } from './indonesian-loosened.ts';
import { indonesianLimits } from './indonesian-limits.ts';
import { indonesianOutcomes } from './indonesian-outcomes.ts';
import { indonesianSince } from './indonesian-since.ts';

/** Why something is as it is. */
export const indonesianReasons: ReasonWords = {
  leftAlone: indonesianLeftAlone,
  ...indonesianOutcomes,
  ...indonesianLimits,
  ...indonesianSince,
  dates: {
    unreadable: {
      report: say`grup tidak dapat dibaca; rencana berikutnya akan menyebutkannya lagi`,
      terminal: say`grup tidak dapat dibaca, jadi ini belum disetujui sekarang: buat rencana lagi`,
    },
    forgotten: {
      report: say`catatan proses sebelumnya tidak disimpan, jadi perlu rencana baru pada harinya`,
      terminal: say`catatan proses sebelumnya tidak disimpan (state:), jadi perlu rencana baru pada harinya`,
    },
  },
  notices: {
    'lid-known': {
      report: ({ name }) => say`Nomor tersembunyi ternyata milik ${name}: berkas dapat menyebutnya sekarang.`,
      terminal: ({ name, lid }) =>
        say`${lid} di berkas adalah ${name}: nomornya sekarang diketahui, tulis itu sebagai gantinya`,
    },
    'allow-expired': {
      report: () => say`Izin berkas untuk melewati batas sudah berakhir dan dapat dihapus.`,
      terminal: say`allow: di berkas sudah berakhir: hapus`,
    },
    'allow-used-up': {
      report: () => say`Izin berkas untuk melewati batas sudah terpakai dan dapat dihapus.`,
      terminal: say`allow: di berkas sudah terpakai: hapus`,
    },
  },
  openGroups: {
    report: (count) =>
      say`Di ${count} grup setiap anggota boleh menambahkan orang, dan siapa pun yang ditambahkan begitu akan dikeluarkan lagi, karena tidak ada dalam daftar. Sebaiknya hanya admin yang boleh menambahkan anggota di sana.`,
    terminal: (count) =>
      say`Di ${count} grup dengan daftar exact setiap anggota boleh menambahkan orang, yang dikeluarkan lagi pada proses berikutnya: tulis may-add: admins, atau everyone jika memang begitu maksudnya.`,
  },
  recalled: {
    report: (count, since) =>
      count === 1
        ? say`1 foto sesuai dengan berkasnya saat terakhir dilihat, pada ${since}, jadi tidak dilihat lagi. Kalau sejak itu ada yang menggantinya lewat ponsel, proses berikutnya akan menunjukkannya.`
        : say`${count} foto sesuai dengan berkasnya saat terakhir dilihat, yang paling dulu pada ${since}, jadi tidak dilihat lagi. Kalau sejak itu ada yang menggantinya lewat ponsel, proses berikutnya akan menunjukkannya.`,
    terminal: (count, since) =>
      count === 1
        ? say`1 foto sesuai dengan berkasnya saat terakhir dilihat, pada ${since}, jadi tidak diminta lagi. Dengan --ask-photos foto itu diminta.`
        : say`${count} foto sesuai dengan berkasnya saat terakhir dilihat, yang paling dulu pada ${since}, jadi tidak diminta lagi. Dengan --ask-photos semuanya diminta.`,
  },
  loosened: indonesianLoosened,
};
